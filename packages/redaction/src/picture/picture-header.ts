import { RedactionFailure } from '../redaction-error.ts';

/** What has to be known of a picture before it is decoded. */
export interface PictureHeader {
  readonly width: number;
  readonly height: number;
  /** 1 to 8 as in Exif; 1 is upright. */
  readonly orientation: number;
}

const damaged = () =>
  new RedactionFailure('damaged', '图片已损坏或不完整，无法打开，没有生成任何文件。请重新导出或重新扫描。');

/** IHDR is the first chunk, at a fixed place. */
export function pngHeader(bytes: Uint8Array): PictureHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || Buffer.from(bytes.subarray(12, 16)).toString('latin1') !== 'IHDR') throw damaged();
  return { width: view.getUint32(16), height: view.getUint32(20), orientation: 1 };
}

/** A marker of a JPEG with what it carries; `start` and `end` include the marker itself. */
interface Segment {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

const START_OF_SCAN = 0xda;
const APP1 = 0xe1;
const APP15 = 0xef;
const COMMENT = 0xfe;

/** The segments before the first scan. */
export function jpegSegments(bytes: Uint8Array): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw damaged();
    const marker = bytes[at + 1] ?? 0;
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw damaged();
    segments.push({ marker, start: at, end });
    if (marker === START_OF_SCAN) return segments;
    at = end;
  }
  throw damaged();
}

/** SOF0 to SOF15, without the three numbers between them that mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

export function jpegHeader(bytes: Uint8Array): PictureHeader {
  const segments = jpegSegments(bytes);
  const frame = segments.find(({ marker }) => isFrame(marker));
  if (!frame || frame.end - frame.start < 10) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    width: view.getUint16(frame.start + 7),
    height: view.getUint16(frame.start + 5),
    orientation: orientationOf(bytes, segments),
  };
}

function without(bytes: Uint8Array, isDropped: (marker: number) => boolean): Uint8Array {
  let from = 0;
  const kept: Uint8Array[] = [];
  for (const { marker, start, end } of jpegSegments(bytes)) {
    if (!isDropped(marker)) continue;
    kept.push(bytes.subarray(from, start));
    from = end;
  }
  return Buffer.concat([...kept, bytes.subarray(from)]);
}

/** Without Exif, whose orientation no decoder may then apply a second time; the rest as it was. */
export function withoutExif(jpeg: Uint8Array): Uint8Array {
  return without(jpeg, (marker) => marker === APP1);
}

/** Only JFIF, tables and picture: also without the colour profile that the encoder adds, which says sRGB. */
export function bareJpeg(jpeg: Uint8Array): Uint8Array {
  return without(jpeg, (marker) => (marker >= APP1 && marker <= APP15) || marker === COMMENT);
}

const EXIF = 'Exif\0\0';
const ORIENTATION_TAG = 0x0112;
/** Of one entry of an image file directory. */
const ENTRY_BYTES = 12;

function orientationOf(bytes: Uint8Array, segments: readonly Segment[]): number {
  for (const { marker, start, end } of segments) {
    if (marker !== APP1) continue;
    const body = bytes.subarray(start + 4, end);
    if (Buffer.from(body.subarray(0, EXIF.length)).toString('latin1') !== EXIF) continue;
    const found = tiffOrientation(body.subarray(EXIF.length));
    if (found !== undefined) return found;
  }
  return 1;
}

function tiffOrientation(tiff: Uint8Array): number | undefined {
  if (tiff.length < 14) return undefined;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return undefined;
  const entries = view.getUint16(directory, little);
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * ENTRY_BYTES;
    if (entry + ENTRY_BYTES > tiff.length) return undefined;
    if (view.getUint16(entry, little) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
