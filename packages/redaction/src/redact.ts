import type { Result } from '@zhaoshi/domain/kernel/result';
import type { Mark } from './mark.ts';
import { askProcess } from './process/ask-process.ts';
import type { Redacted } from './redacted.ts';
import type { RedactionError } from './redaction-error.ts';

export interface RedactionRequest {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly marks: readonly Mark[];
}

/**
 * The file for release (条例37 区分处理): every page is drawn as a picture, the marks are burnt into it as black boxes,
 * and only the pictures go into the new file, so that text, layers, metadata, attachments, forms, scripts and earlier
 * versions stay behind. The new file is read again before it is given out; if anything is left under a mark, nothing is.
 */
export function redact({
  bytes,
  mediaType,
  marks,
}: RedactionRequest): Promise<Result<Redacted, RedactionError>> {
  return askProcess({ kind: 'redact', bytes, mediaType, marks });
}
