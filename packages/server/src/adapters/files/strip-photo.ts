/**
 * Photos without what tells of the camera, the place and the moment: a picture's own data and nothing beside them. What
 * is no whole JPEG or PNG gives `null`.
 */

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

const APP0 = 0xe0;
const APP14 = 0xee;

/** What draws the picture: tables, frames, scans, the interval of restarts (ITU-T T.81, table B.1). */
const DRAWS: ReadonlySet<number> = new Set([
  0xc0,
  0xc1,
  0xc2,
  0xc3,
  0xc4,
  0xc5,
  0xc6,
  0xc7,
  0xc9,
  0xca,
  0xcb,
  0xcc,
  0xcd,
  0xce,
  0xcf,
  SOS,
  0xdb,
  0xdc,
  0xdd,
]);

/** The first octets of a segment, whose length says so. */
function cutTo(segment: Buffer, octets: number): Buffer {
  const cut = Buffer.from(segment.subarray(0, octets));
  cut.writeUInt16BE(cut.length - 2, 2);
  return cut;
}

/** JFIF without its small picture, which may be one of before the photo was cut. */
function jfifOf(segment: Buffer): Buffer {
  const cut = cutTo(segment, 18);
  if (cut.length === 18) cut.fill(0, 16);
  return cut;
}

/** What is kept of a segment; `null`: nothing. Of applications' own JFIF and Adobe's colours, as far as they go. */
function keptOf(marker: number, segment: Buffer): Buffer | null {
  const name = segment.toString('latin1', 4, 9);
  if (marker === APP0 && name.startsWith('JFIF')) return jfifOf(segment);
  if (marker === APP14 && name === 'Adobe') return cutTo(segment, 16);
  return DRAWS.has(marker) ? segment : null;
}

/** Where the coded picture after a scan's header ends: at the next marker that is none of the picture's own. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return bytes.length;
}

function stripJpeg(bytes: Buffer): Buffer | null {
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length || bytes[at + 1] === EOI) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // What stands behind the end is no part of the picture: a film, a second picture.
    if (marker === EOI) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const until = marker === SOS ? endOfScan(bytes, end) : end;
    if (until > bytes.length || end < at + 4) return null;
    const segment = keptOf(marker, bytes.subarray(at, until));
    if (segment !== null) kept.push(segment);
    at = until;
  }
  return null;
}

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** What is needed to draw the picture. */
const PNG_KEPT: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'tRNS',
  'IDAT',
  'IEND',
  'gAMA',
  'sRGB',
  'cHRM',
]);

function stripPng(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = [PNG_SIGNATURE];
  let at = PNG_SIGNATURE.length;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) return null;
    if (PNG_KEPT.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return null;
}

export interface StrippedPhoto {
  readonly bytes: Buffer;
  readonly extension: 'jpg' | 'png';
}

/** The same picture without anything beside it; `null` for what is no photo. */
export function stripPhoto(bytes: Buffer): StrippedPhoto | null {
  const isJpeg = bytes.length > 4 && bytes[0] === 0xff && bytes[1] === SOI;
  if (isJpeg) {
    const stripped = stripJpeg(bytes);
    return stripped && { bytes: stripped, extension: 'jpg' };
  }
  if (!bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) return null;
  const stripped = stripPng(bytes);
  return stripped && { bytes: stripped, extension: 'png' };
}
