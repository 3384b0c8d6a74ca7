import { type FileWindow, readPart } from './file-window.ts';

/** Where the picture ends, in bytes from the beginning; `null` when its end is missing. */
export type PictureEnd = number | null;

const PNG_MARK_BYTES = 8;
/** At eight kilobytes each, which is what programs write, they hold more than a file may have. */
const MOST_CHUNKS = 50_000;

/** Steps from chunk to chunk (PNG specification, 5.3) up to `IEND`. */
export async function pngEnd({ handle, size }: FileWindow): Promise<PictureEnd> {
  let at = PNG_MARK_BYTES;
  for (let count = 0; count < MOST_CHUNKS && at + 12 <= size; count += 1) {
    const head = await readPart(handle, at, 8);
    at += 12 + head.readUInt32BE(0);
    if (head.toString('latin1', 4, 8) === 'IEND') return at <= size ? at : null;
  }
  return null;
}

const PIECE_BYTES = 1024 * 1024;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** Markers without a length: fill bytes, escaped data, restarts and the start of the image. */
const isBare = (marker: number): boolean =>
  marker === 0x00 || marker === 0x01 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd8);

/** Reads a file from the front to the back, one piece of it in memory. */
class ForwardReader {
  private readonly window: FileWindow;
  private start = 0;
  private piece: Buffer = Buffer.alloc(0);

  constructor(window: FileWindow) {
    this.window = window;
  }

  /** So many bytes from there; fewer where the file ends. */
  async bytes(at: number, length: number): Promise<Buffer> {
    if (at < this.start || at + length > this.start + this.piece.length) {
      this.piece = await readPart(this.window.handle, at, Math.min(PIECE_BYTES, this.window.size - at));
      this.start = at;
    }
    return this.piece.subarray(at - this.start, at - this.start + length);
  }

  /** The next byte 0xff from there on. */
  async nextMark(from: number): Promise<number | null> {
    for (let at = from; at < this.window.size; ) {
      await this.bytes(at, 1);
      const found = this.piece.indexOf(0xff, at - this.start);
      if (found !== -1) return this.start + found;
      at = this.start + this.piece.length;
    }
    return null;
  }
}

/** Steps from segment to segment (ITU-T T.81, annex B), through the coded data of every scan, up to the end mark. */
async function oneJpegEnd(reader: ForwardReader, start: number): Promise<PictureEnd> {
  let at = start + 2;
  let isInScan = false;
  for (;;) {
    const mark = isInScan ? await reader.nextMark(at) : at;
    if (mark === null) return null;
    const [first, marker, high, low] = await reader.bytes(mark, 4);
    if (first !== 0xff || marker === undefined) return null;
    if (marker === END_OF_IMAGE) return mark + 2;
    if (isBare(marker)) at = mark + (marker === 0xff ? 1 : 2);
    else {
      if (high === undefined || low === undefined) return null;
      at = mark + 2 + high * 256 + low;
      isInScan = marker === START_OF_SCAN;
    }
  }
}

/** Some cameras put further pictures behind the first one (CIPA DC-007, multi-picture format). */
export async function jpegEnd(window: FileWindow): Promise<PictureEnd> {
  const reader = new ForwardReader(window);
  let end: PictureEnd = 0;
  do end = await oneJpegEnd(reader, end);
  while (end !== null && (await reader.bytes(end, 3)).equals(Buffer.from('ffd8ff', 'hex')));
  return end;
}

/** Programs fill files up to the next block; nothing else is padding. */
const PADDING = /^[\0\s]*$/;
const MOST_PADDING = 64 * 1024;

/** Whether something stands behind the picture that does not belong to it. */
export async function hasMoreBehind({ handle, size }: FileWindow, end: number): Promise<boolean> {
  if (size - end > MOST_PADDING) return true;
  return !PADDING.test((await readPart(handle, end, size - end)).toString('latin1'));
}
