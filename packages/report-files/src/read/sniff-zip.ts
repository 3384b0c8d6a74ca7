import { LIMITS } from '../limits.ts';

const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_BYTES = 22;
/** The end record may be followed by a comment of 64 KiB. */
const END_SEARCH_BYTES = END_BYTES + 0xffff;

export interface ZipListing {
  /** Entry names in lower case with "/" between folders. */
  readonly names: readonly string[];
  /** What an ODF file says it is, in its stored first entry. */
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

/** The first local entry: all that a file cut off in the middle still shows. */
function firstEntry(bytes: Uint8Array, view: DataView): { name: string; content: number } | undefined {
  if (bytes.length < 30 || view.getUint32(0, true) !== LOCAL_HEADER) return undefined;
  const nameLength = view.getUint16(26, true);
  return {
    name: entryName(bytes, 30, nameLength),
    content: 30 + nameLength + view.getUint16(28, true),
  };
}

/**
 * Names in an archive, only to tell what kind of document it is: nothing is inflated, nothing is judged, and a
 * damaged directory gives as many names as can be found. Readers open the archive with `openZip`.
 */
export function listZip(bytes: Uint8Array): ZipListing {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  const first = firstEntry(bytes, view);
  const mimetype =
    first?.name === 'mimetype'
      ? new TextDecoder('latin1').decode(bytes.subarray(first.content, first.content + 80))
      : undefined;
  if (first !== undefined) names.push(first.name);
  const end = endOfDirectory(view);
  let offset = end === undefined ? bytes.length : view.getUint32(end + 16, true);
  while (offset + 46 <= bytes.length && names.length <= LIMITS.zipEntries) {
    if (view.getUint32(offset, true) !== CENTRAL_HEADER) break;
    const nameLength = view.getUint16(offset + 28, true);
    names.push(entryName(bytes, offset + 46, nameLength));
    offset += 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  return { names, mimetype };
}
