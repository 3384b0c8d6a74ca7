import { LIMITS } from '../limits.ts';

const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_BYTES = 22;
/** The end record may be followed by a comment of 64 KiB. */
const END_SEARCH_BYTES = END_BYTES + 0xffff;

const MIMETYPE = 'mimetype';
/** Longer than any media type an office program writes. */
const MIMETYPE_BYTES = 80;

export interface ZipListing {
  /** Entry names in lower case with "/" between folders. */
  readonly names: readonly string[];
  /** What an ODF file says it is, in its stored entry of that name. */
  readonly mimetype: string | undefined;
}

function endOfDirectory(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - END_SEARCH_BYTES);
  for (let offset = view.byteLength - END_BYTES; offset >= lowest; offset--) {
    if (view.getUint32(offset, true) === END_OF_DIRECTORY) return offset;
  }
  return undefined;
}

function entryName(bytes: Uint8Array, start: number, length: number): string {
  return new TextDecoder('latin1')
    .decode(bytes.subarray(start, start + length))
    .replaceAll('\\', '/')
    .toLowerCase();
}

/** Name and content of the entry whose local header stands at an offset; the content is cut to what a type needs. */
function localEntry(
  bytes: Uint8Array,
  view: DataView,
  offset: number,
): { name: string; content: string } | undefined {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) return undefined;
  const nameLength = view.getUint16(offset + 26, true);
  const start = offset + 30 + nameLength + view.getUint16(offset + 28, true);
  return {
    name: entryName(bytes, offset + 30, nameLength),
    content: new TextDecoder('latin1').decode(bytes.subarray(start, start + MIMETYPE_BYTES)),
  };
}

/**
 * Names in an archive, only to tell what kind of document it is: nothing is inflated, nothing is judged, and a
 * damaged directory gives as many names as can be found. Readers open the archive with `openZip`.
 */
export function listZip(bytes: Uint8Array): ZipListing {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A file cut off in the middle has lost its directory and still shows its first entry.
  const first = localEntry(bytes, view, 0);
  const names = first === undefined ? [] : [first.name];
  let mimetype = first?.name === MIMETYPE ? first.content : undefined;
  const end = endOfDirectory(view);
  let offset = end === undefined ? bytes.length : view.getUint32(end + 16, true);
  while (offset + 46 <= bytes.length && names.length <= LIMITS.zipEntries) {
    if (view.getUint32(offset, true) !== CENTRAL_HEADER) break;
    const nameLength = view.getUint16(offset + 28, true);
    const name = entryName(bytes, offset + 46, nameLength);
    names.push(name);
    if (name === MIMETYPE) mimetype ??= localEntry(bytes, view, view.getUint32(offset + 42, true))?.content;
    offset += 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  return { names, mimetype };
}
