import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a test archive; the optional fields let a test lie about what the entry holds. */
export interface ZipEntry {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly store?: boolean;
  /** Uncompressed size written in both headers instead of the true one. */
  readonly claimedSize?: number;
  readonly claimedCrc?: number;
  /** General purpose bit flags; bit 0 says "encrypted". */
  readonly flags?: number;
  /** Already deflated bytes, for content too big to hold inflated. */
  readonly deflated?: Uint8Array;
}

interface Header {
  readonly name: Buffer;
  readonly body: Uint8Array;
  readonly fixed: Buffer;
  readonly offset: number;
}

/**
 * Writes a zip archive in memory, honest or hostile, byte for byte the same on every run.
 *
 * @param entries in the order in which they stand in the archive; equal names are written twice
 */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Uint8Array[] = [];
  const headers: Header[] = [];
  let offset = 0;
  for (const entry of entries) {
    const header = headerOf(entry, offset);
    headers.push(header);
    const local = Buffer.concat([signature(0x04034b50), header.fixed, Buffer.alloc(0)]);
    parts.push(local, header.name, header.body);
    offset += local.length + header.name.length + header.body.length;
  }
  const start = offset;
  for (const header of headers) {
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(header.offset, 10);
    const record = Buffer.concat([
      signature(0x02014b50),
      Buffer.from([20, 0]),
      header.fixed,
      rest,
      header.name,
    ]);
    parts.push(record);
    offset += record.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Math.min(headers.length, 0xffff), 4);
  end.writeUInt16LE(Math.min(headers.length, 0xffff), 6);
  end.writeUInt32LE(offset - start, 8);
  end.writeUInt32LE(start, 12);
  parts.push(signature(0x06054b50), end);
  return Buffer.concat(parts);
}

function headerOf(entry: ZipEntry, offset: number): Header {
  const data = typeof entry.data === 'string' ? Buffer.from(entry.data, 'utf8') : entry.data;
  const body = entry.deflated ?? (entry.store === true ? data : deflateRawSync(data));
  const name = Buffer.from(entry.name, 'utf8');
  const fixed = Buffer.alloc(26);
  fixed.writeUInt16LE(20, 0);
  fixed.writeUInt16LE(0x800 | (entry.flags ?? 0), 2);
  fixed.writeUInt16LE(entry.store === true ? 0 : 8, 4);
  fixed.writeUInt16LE(0x21, 8);
  fixed.writeUInt32LE(entry.claimedCrc ?? crc32(data), 10);
  fixed.writeUInt32LE(body.length, 14);
  fixed.writeUInt32LE(entry.claimedSize ?? data.length, 18);
  fixed.writeUInt16LE(name.length, 22);
  return { name, body, fixed, offset };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
