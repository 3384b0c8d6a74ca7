const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENTRY_BYTES = 128;
const MAX_NAME_BYTES = 64;
const STREAM = 2;
const STORAGE = 1;
const MINI_STREAM_LIMIT = 4_096;

export interface OleEntry {
  readonly name: string;
  /** Offset of the content in the file; `undefined` for short streams, which lie in the mini stream. */
  readonly offset: number | undefined;
}

export function isOle(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * Streams and storages of an OLE2 compound file, only to tell what kind of document it is. Directory entries stand
 * at multiples of 128 bytes wherever their sector lies, so they are found without following the sector chain,
 * which a damaged file may have lost and a hostile one may have bent into a circle.
 */
export function listOle(bytes: Uint8Array): OleEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: OleEntry[] = [];
  if (bytes.length < 512) return entries;
  const sectorBytes = 1 << Math.min(view.getUint16(30, true), 12);
  const decoder = new TextDecoder('utf-16le');
  for (let offset = 512; offset + ENTRY_BYTES <= bytes.length; offset += ENTRY_BYTES) {
    const nameBytes = view.getUint16(offset + MAX_NAME_BYTES, true);
    const type = bytes[offset + 66];
    if (nameBytes < 4 || nameBytes > MAX_NAME_BYTES || nameBytes % 2 === 1) continue;
    if (type !== STREAM && type !== STORAGE) continue;
    // A name ends with a zero character; anything else is other data that happens to look right.
    if (view.getUint16(offset + nameBytes - 2, true) !== 0) continue;
    const size = view.getUint32(offset + 120, true);
    entries.push({
      name: decoder.decode(bytes.subarray(offset, offset + nameBytes - 2)),
      offset: size < MINI_STREAM_LIMIT ? undefined : (view.getUint32(offset + 116, true) + 1) * sectorBytes,
    });
  }
  return entries;
}

const WORD_95_MAGIC = 0xa5dc;

/** Whether the WordDocument stream was written by Word 6 or 95, whose inner layout is another one. */
export function isWord95(bytes: Uint8Array, wordDocument: OleEntry): boolean {
  const { offset } = wordDocument;
  if (offset === undefined || offset + 2 > bytes.length) return false;
  return (
    new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint16(offset, true) === WORD_95_MAGIC
  );
}
