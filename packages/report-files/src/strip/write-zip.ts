import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

/** A file in an archive. */
export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const UTF8 = 0x800;
const DEFLATED = 8;
/** 1980-01-01, the first day there is: when a part was written says who was at work. */
const NO_DAY = 0x21;

/** What stands the same before an entry and in the directory. */
function fixedPart({ bytes }: ZipPart, packed: Uint8Array, name: Uint8Array): Buffer {
  const fixed = Buffer.alloc(26);
  fixed.writeUInt16LE(20, 0);
  fixed.writeUInt16LE(UTF8, 2);
  fixed.writeUInt16LE(DEFLATED, 4);
  fixed.writeUInt16LE(NO_DAY, 8);
  fixed.writeUInt32LE(crc32(bytes), 10);
  fixed.writeUInt32LE(packed.length, 14);
  fixed.writeUInt32LE(bytes.length, 18);
  fixed.writeUInt16LE(name.length, 22);
  return fixed;
}

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** Writes an Office package back: every part deflated, in the given order. Fewer than 65 536 parts, below 4 GB. */
export function writeZip(parts: readonly ZipPart[]): Buffer {
  const written: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const packed = deflateRawSync(part.bytes);
    const fixed = fixedPart(part, packed, name);
    written.push(word(LOCAL), fixed, name, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(word(ENTRY), Buffer.from([20, 0]), fixed, rest, name);
    offset += 4 + fixed.length + name.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...written, ...directory, word(END), end]);
}
