import type { PixelBox } from '../mark.ts';
import type { Burnt } from '../raster/burn.ts';
import type { Raster } from '../raster/raster.ts';

/** Pictures without loss are exact; JPEG rings along the edge of a box, far below what a letter would show. */
const DARKEST_GREY = 72;

function isWithin(x: number, y: number, { left, top, right, bottom }: PixelBox): boolean {
  return x >= left && x < right && y >= top && y < bottom;
}

/**
 * Whether every burnt box is one solid black in the picture, apart from the labels. The outermost pixel of a box is not
 * asked: a reader that scales the page mixes it with its neighbour, and it lies outside what the officer drew.
 */
export function isBlack({ data, width }: Raster, { boxes, labels }: Burnt): boolean {
  return boxes.every((box) => {
    const overlaid = labels.filter((label) => touches(label, box));
    for (let y = box.top + 1; y < box.bottom - 1; y++) {
      for (let x = box.left + 1; x < box.right - 1; x++) {
        const at = (y * width + x) * 4;
        const light = Math.max(data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255);
        if (light > DARKEST_GREY && !overlaid.some((label) => isWithin(x, y, label))) return false;
      }
    }
    return true;
  });
}

function touches(one: PixelBox, other: PixelBox): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}
