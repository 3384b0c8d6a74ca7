import type { Result } from '@zhaoshi/domain/kernel/result';
import type { SourceFile } from './pages.ts';
import { askProcess } from './process/ask-process.ts';
import type { Redacted } from './redacted.ts';
import type { RedactionError } from './redaction-error.ts';

/**
 * A PDF without its properties, or a picture drawn anew without where, when and by what it was taken. Pages and text of
 * a PDF stay as they are.
 */
export function stripProperties({ bytes, mediaType }: SourceFile): Promise<Result<Redacted, RedactionError>> {
  return askProcess({ kind: 'strip', bytes, mediaType });
}
