import type { Canvas } from '@napi-rs/canvas';
import { encodePng } from './png.ts';
import type { Raster } from './raster.ts';

/** A page as it goes into the released file. */
export interface EncodedPage {
  readonly bytes: Uint8Array;
  readonly extension: 'png' | 'jpg';
}

/** Scans and photographs; print compresses far better without loss. */
const MOST_PNG_BYTES_PER_PIXEL = 0.25;
const JPEG_QUALITY = 88;

/** Without loss where that is small, as JPEG where it is not. */
export function encodePage(canvas: Canvas, raster: Raster): EncodedPage {
  const png = encodePng(raster);
  if (png.length <= raster.width * raster.height * MOST_PNG_BYTES_PER_PIXEL)
    return { bytes: png, extension: 'png' };
  return { bytes: canvas.encodeSync('jpeg', JPEG_QUALITY), extension: 'jpg' };
}
