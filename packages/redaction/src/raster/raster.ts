import { type Canvas, createCanvas } from '@napi-rs/canvas';

/** Pixels of red, green, blue and opacity, line by line from the top. */
export interface Raster {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

export function rasterOf(canvas: Canvas): Raster {
  const { width, height } = canvas;
  return { data: canvas.getContext('2d').getImageData(0, 0, width, height).data, width, height };
}

/** Gives the pixels back at once: the collector of scripts does not see how much lies behind a canvas. */
export function release(canvas: Canvas): void {
  canvas.width = 1;
  canvas.height = 1;
}

/** An opaque white sheet: what is transparent in a file may hide colours that come to light on another ground. */
export function whiteCanvas(width: number, height: number): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  return canvas;
}
