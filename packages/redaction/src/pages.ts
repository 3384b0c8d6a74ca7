import type { Result } from '@zhaoshi/domain/kernel/result';
import type { FoundText } from './find/find-text.ts';
import { askProcess } from './process/ask-process.ts';
import type { PageSize } from './redacted.ts';
import type { RedactionError } from './redaction-error.ts';

export interface SourceFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** The pages with their sizes as they are seen. */
export function listPages({
  bytes,
  mediaType,
}: SourceFile): Promise<Result<readonly PageSize[], RedactionError>> {
  return askProcess({ kind: 'listPages', bytes, mediaType });
}

/** A page as a PNG of the given width in pixels, drawn as it would be released without marks. */
export function renderPage(
  { bytes, mediaType }: SourceFile,
  page: number,
  width: number,
): Promise<Result<Uint8Array, RedactionError>> {
  return askProcess({ kind: 'renderPage', bytes, mediaType, page, width });
}

/**
 * Proposes marks: ID card, bank card and mobile numbers, home addresses, and every place of the given words (names
 * cannot be told by pattern). Reads the text layer only: pages without one are listed, and must be looked at.
 */
export function findText(
  { bytes, mediaType }: SourceFile,
  words: readonly string[],
): Promise<Result<FoundText, RedactionError>> {
  return askProcess({ kind: 'findText', bytes, mediaType, words });
}
