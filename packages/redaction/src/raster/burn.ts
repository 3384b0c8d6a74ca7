import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Canvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { type Mark, type PixelBox, pixelBox } from '../mark.ts';
import type { BurntMark } from '../redacted.ts';

const FAMILY = 'ZhaoshiMarkLabel';
const FONT = join(
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'standard_fonts/LiberationSans-Regular.ttf',
);

/** In pixels of the released picture: below the first a label cannot be read, above the second it is too loud. */
const SMALLEST = 11;
const LARGEST = 28;
const MARGIN = 3;

/** What was burnt into one page: the black boxes, and the places inside them where a label is printed. */
export interface Burnt {
  readonly boxes: readonly PixelBox[];
  readonly labels: readonly PixelBox[];
  readonly marks: readonly BurntMark[];
}

/** Blackens the marks of one page for good and prints the labels over the black. */
export function burn(canvas: Canvas, marks: readonly Mark[]): Burnt {
  const context = canvas.getContext('2d');
  context.resetTransform();
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = 'black';
  const boxes = marks.map((mark) => pixelBox(mark, canvas.width, canvas.height));
  for (const { left, top, right, bottom } of boxes) context.fillRect(left, top, right - left, bottom - top);
  const labels: PixelBox[] = [];
  const burnt = marks.map((mark, index) => {
    const box = boxes[index];
    const label = box && mark.label !== undefined ? printLabel(context, mark.label, box) : undefined;
    if (label) labels.push(label);
    return { markId: mark.markId, page: mark.page, labelled: label !== undefined };
  });
  return { boxes, labels, marks: burnt };
}

function printLabel(context: SKRSContext2D, label: string, box: PixelBox): PixelBox | undefined {
  const size = Math.min(LARGEST, Math.floor((box.bottom - box.top - 2 * MARGIN) * 0.8));
  if (size < SMALLEST) return undefined;
  if (!GlobalFonts.has(FAMILY)) GlobalFonts.registerFromPath(FONT, FAMILY);
  context.font = `${size}px ${FAMILY}`;
  const width = Math.ceil(context.measureText(label).width);
  const place = {
    left: box.left + MARGIN,
    top: box.top + MARGIN,
    right: box.left + MARGIN + width,
    bottom: box.top + MARGIN + Math.ceil(size * 1.2),
  };
  if (place.right > box.right - MARGIN || place.bottom > box.bottom) return undefined;
  context.save();
  context.beginPath();
  context.rect(place.left, place.top, place.right - place.left, place.bottom - place.top);
  context.clip();
  context.fillStyle = 'white';
  context.textBaseline = 'top';
  context.fillText(label, place.left, place.top);
  context.restore();
  return place;
}
