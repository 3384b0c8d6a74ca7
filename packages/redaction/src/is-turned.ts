import { jpegHeader } from './picture/picture-header.ts';
import { RedactionFailure } from './redaction-error.ts';

/** Whether a JPEG is stored lying or mirrored and only Exif says how it stands; what cannot be read says nothing. */
export function isTurned(jpeg: Uint8Array): boolean {
  try {
    return jpegHeader(jpeg).orientation !== 1;
  } catch (error) {
    if (error instanceof RedactionFailure) return false;
    throw error;
  }
}
