import type { Canvas } from '@napi-rs/canvas';
import { bareJpeg } from '../picture/picture-header.ts';
import { packedLines } from './png.ts';
import type { Raster } from './raster.ts';

/** A page as it goes into the released file. */
export interface EncodedPage {
  readonly bytes: Uint8Array;
  readonly kind: 'lines' | 'jpeg';
  readonly channels: 1 | 3;
  readonly width: number;
  readonly height: number;
}

/** Scans and photographs; print compresses far better without loss. */
const MOST_BYTES_PER_PIXEL = 0.25;
const JPEG_QUALITY = 88;

/** Without loss where that is small, as JPEG where it is not. */
export function encodePage(canvas: Canvas, raster: Raster): EncodedPage {
  const { width, height } = raster;
  const { bytes, channels } = packedLines(raster);
  if (bytes.length <= width * height * MOST_BYTES_PER_PIXEL) {
    return { bytes, kind: 'lines', channels, width, height };
  }
  // The encoder of the canvas writes three channels, whatever the picture.
  return {
    bytes: bareJpeg(canvas.encodeSync('jpeg', JPEG_QUALITY)),
    kind: 'jpeg',
    channels: 3,
    width,
    height,
  };
}
