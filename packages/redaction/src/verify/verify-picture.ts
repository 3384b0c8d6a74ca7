import type { RedactableMediaType } from '../media-type.ts';
import { decodePicture } from '../picture/decode-picture.ts';
import { jpegSegments } from '../picture/picture-header.ts';
import type { Burnt } from '../raster/burn.ts';
import { rasterOf } from '../raster/raster.ts';
import { isBlack } from './blackness.ts';
import { verificationFailed } from './verification-failed.ts';

const PNG_CHUNKS = ['IHDR', 'IDAT', 'IEND'];

/** The three chunks that make a picture, and nothing behind them. */
function isBarePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const types: string[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    types.push(Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1'));
    at += view.getUint32(at) + 12;
  }
  return at === bytes.length && types.join() === PNG_CHUNKS.join();
}

/** JFIF head, tables, frame and scan. */
const JPEG_MARKERS = new Set([0xe0, 0xdb, 0xc0, 0xc2, 0xc4, 0xdd, 0xda]);

/** No Exif, profile or comment before the picture, nothing behind its end. */
function isBareJpeg(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xd9]));
  return end === bytes.length - 2 && jpegSegments(bytes).every(({ marker }) => JPEG_MARKERS.has(marker));
}

/** @throws RedactionFailure `verification-failed` */
export async function verifyPicture(
  released: Uint8Array,
  mediaType: Exclude<RedactableMediaType, 'application/pdf'>,
  expected: { readonly width: number; readonly height: number },
  burnt: Burnt,
): Promise<void> {
  const bare = mediaType === 'image/png' ? isBarePng(released) : isBareJpeg(released);
  const seen = await decodePicture(released, mediaType);
  const sameSize = seen.width === expected.width && seen.height === expected.height;
  if (!bare) throw verificationFailed('附带信息');
  if (!sameSize) throw verificationFailed('图片尺寸');
  if (!isBlack(rasterOf(seen), burnt)) throw verificationFailed('遮盖框颜色');
}
