import type { Result } from '@zhaoshi/domain/kernel/result';
import { askProcess } from './process/ask-process.ts';
import type { Redacted } from './redacted.ts';
import type { RedactionError } from './redaction-error.ts';

/**
 * A JPEG or PNG drawn anew in a process of its own: where, when and with what it was taken, its thumbnail and comments stay
 * behind. Nothing is marked in it.
 */
export function redrawPicture(
  bytes: Uint8Array,
  mediaType: 'image/jpeg' | 'image/png',
): Promise<Result<Redacted, RedactionError>> {
  return askProcess({ kind: 'redrawPicture', bytes, mediaType });
}
