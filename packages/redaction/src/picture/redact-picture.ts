import type { Mark } from '../mark.ts';
import { checkMarks } from '../mark.ts';
import type { RedactableMediaType } from '../media-type.ts';
import { burn } from '../raster/burn.ts';
import { encodePng } from '../raster/png.ts';
import { rasterOf } from '../raster/raster.ts';
import type { Redacted } from '../redacted.ts';
import { verifyPicture } from '../verify/verify-picture.ts';
import { decodePicture } from './decode-picture.ts';
import { bareJpeg } from './picture-header.ts';

/** The eye sees no loss, and the file stays about as large as a camera's. */
const JPEG_QUALITY = 90;

type PictureType = Exclude<RedactableMediaType, 'application/pdf'>;

/** Decoded, marks burnt in, written anew in the same format, and read again. */
export async function redactPicture(
  bytes: Uint8Array,
  mediaType: PictureType,
  marks: readonly Mark[],
): Promise<Redacted> {
  checkMarks(marks, 1);
  return await redrawPicture(bytes, mediaType, marks);
}

/** The same with as many marks as there are, also none: only what can be seen of the picture is left. */
export async function redrawPicture(
  bytes: Uint8Array,
  mediaType: PictureType,
  marks: readonly Mark[] = [],
): Promise<Redacted> {
  const canvas = await decodePicture(bytes, mediaType);
  const burnt = burn(canvas, marks);
  const released =
    mediaType === 'image/png'
      ? encodePng(rasterOf(canvas))
      : bareJpeg(canvas.encodeSync('jpeg', JPEG_QUALITY));
  await verifyPicture(released, mediaType, canvas, burnt);
  return {
    bytes: released,
    mediaType,
    report: {
      pages: 1,
      marks: burnt.marks,
      repeated: [],
      notes: ['图片已重新生成，拍摄时间、地点、缩略图等附带信息均未带入。'],
      searchedWords: 0,
    },
  };
}
