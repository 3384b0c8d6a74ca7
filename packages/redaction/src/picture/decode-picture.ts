import { type Canvas, loadImage } from '@napi-rs/canvas';
import { LIMITS } from '../limits.ts';
import type { RedactableMediaType } from '../media-type.ts';
import { whiteCanvas } from '../raster/raster.ts';
import { RedactionFailure } from '../redaction-error.ts';
import { jpegHeader, type PictureHeader, pngHeader, withoutExif } from './picture-header.ts';

type PictureType = Exclude<RedactableMediaType, 'application/pdf'>;

/** Size as stored, checked against the limits, so that a small file cannot ask for gigabytes of pixels. */
function checkedHeader(bytes: Uint8Array, mediaType: PictureType): PictureHeader {
  const header = mediaType === 'image/png' ? pngHeader(bytes) : jpegHeader(bytes);
  const { width, height } = header;
  const fits = width <= LIMITS.side && height <= LIMITS.side && width * height <= LIMITS.picturePixels;
  if (!fits || width === 0 || height === 0) {
    throw new RedactionFailure(
      'picture-too-large',
      `图片尺寸为 ${width}×${height} 像素，超出可处理的范围（总像素 ${LIMITS.picturePixels / 1_000_000} 百万，边长 ${LIMITS.side}），没有生成任何文件。请降低分辨率后重试。`,
    );
  }
  return header;
}

/** Orientations 5 to 8 lie on their side. */
const isSideways = (orientation: number) => orientation >= 5;

/** Width and height as the picture is seen. */
export function pictureSize(
  bytes: Uint8Array,
  mediaType: PictureType,
): { readonly width: number; readonly height: number } {
  const { width, height, orientation } = checkedHeader(bytes, mediaType);
  return isSideways(orientation) ? { width: height, height: width } : { width, height };
}

/** Maps of the eight orientations of Exif, for a canvas of the size as seen (w × h). */
function turn(orientation: number, w: number, h: number): [number, number, number, number, number, number] {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, w, 0];
    case 3:
      return [-1, 0, 0, -1, w, h];
    case 4:
      return [1, 0, 0, -1, 0, h];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, w, 0];
    case 7:
      return [0, -1, -1, 0, w, h];
    case 8:
      return [0, -1, 1, 0, 0, h];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}

/** The picture as it is seen, upright and on white. */
export async function decodePicture(bytes: Uint8Array, mediaType: PictureType): Promise<Canvas> {
  const { orientation } = checkedHeader(bytes, mediaType);
  const { width, height } = pictureSize(bytes, mediaType);
  const image = await loadImage(Buffer.from(mediaType === 'image/jpeg' ? withoutExif(bytes) : bytes));
  const canvas = whiteCanvas(width, height);
  const context = canvas.getContext('2d');
  context.setTransform(...turn(orientation, width, height));
  context.drawImage(image, 0, 0);
  return canvas;
}
