import { type FileWindow, readPart } from './file-window.ts';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** An A3 page scanned at 600 dpi has 70 million. */
const MOST_PIXELS = 120_000_000;
const LONGEST_SIDE = 30_000;

/** Whether decoding the picture would take more memory than any page needs (pixel flood). */
export function isPixelFlood({ width, height }: PictureSize): boolean {
  return width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS;
}

/** Width and height as the header gives them; `null` when there is no proper header. */
export function pngSize({ head }: FileWindow): PictureSize | null {
  if (head.length < 33 || head.readUInt32BE(8) !== 13 || head.toString('latin1', 12, 16) !== 'IHDR')
    return null;
  return positive(head.readUInt32BE(16), head.readUInt32BE(20));
}

/** More segments than any camera writes before the frame. */
const MOST_SEGMENTS = 2_000;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** All frame headers, of whatever coding; 0xc4, 0xc8 and 0xcc are other segments. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function hasNoLength(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** Width and height from the frame header; segments before it (Exif, thumbnails) are stepped over unread. */
export async function jpegSize({ handle, size }: FileWindow): Promise<PictureSize | null> {
  let at = 2;
  for (let count = 0; count < MOST_SEGMENTS && at + 4 <= size; count += 1) {
    const segment = await readPart(handle, at, 9);
    if (segment[0] !== 0xff) return null;
    const marker = segment[1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (hasNoLength(marker)) at += 2;
    else if (marker === START_OF_SCAN || marker === END_OF_IMAGE || segment.length < 4) return null;
    else if (isFrame(marker)) {
      return segment.length === 9 ? positive(segment.readUInt16BE(7), segment.readUInt16BE(5)) : null;
    } else at += 2 + segment.readUInt16BE(2);
  }
  return null;
}

function positive(width: number, height: number): PictureSize | null {
  return width > 0 && height > 0 ? { width, height } : null;
}
