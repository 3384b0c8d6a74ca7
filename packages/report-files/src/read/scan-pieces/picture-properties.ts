/** Marks of JPEG: the picture's own data begin; segments without a length; what programs and cameras add. */
const [START_OF_SCAN, RESTART_FIRST, END_OF_IMAGE] = [0xda, 0xd0, 0xd9];
const [APP1, APP13, COMMENT] = [0xe1, 0xed, 0xfe];

function jpegProperties(bytes: Uint8Array): number {
  let found = 0;
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const mark = bytes[at + 1] ?? 0;
    if (mark === START_OF_SCAN) break;
    if (mark >= RESTART_FIRST && mark <= END_OF_IMAGE) at += 2;
    else {
      if (mark === APP1 || mark === APP13 || mark === COMMENT) found += 1;
      at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    }
  }
  return found;
}

const PNG_PROPERTIES = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);
const PNG_HEAD = 8;

function pngProperties(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let found = 0;
  for (let at = PNG_HEAD; at + 12 <= bytes.length; ) {
    if (PNG_PROPERTIES.has(String.fromCharCode(...bytes.subarray(at + 4, at + 8)))) found += 1;
    at += 12 + view.getUint32(at);
  }
  return found;
}

/**
 * How many parts of a JPEG or PNG say something that is not seen: when, where and by what it was taken, a thumbnail,
 * comments. Other pictures are not taken in.
 */
export const pictureProperties = (bytes: Uint8Array): number =>
  bytes[0] === 0xff ? jpegProperties(bytes) : bytes[0] === 0x89 ? pngProperties(bytes) : 0;
