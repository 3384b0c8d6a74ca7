import { inflateRawSync } from 'node:zlib';
import { readScanPieces } from '@zhaoshi/report-files/read/scan-pieces/read-scan-pieces';

const ENTRY = 0x02014b50;
const STORED = 0;

/** Entries of a zip archive, as its directory has them; empty for what is none. */
function entriesOf(bytes: Buffer): readonly { readonly name: string; readonly content: Buffer }[] {
  const entries: { readonly name: string; readonly content: Buffer }[] = [];
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (!bytes.subarray(0, 2).equals(Buffer.from('PK')) || end < 0) return entries;
  for (let at = bytes.readUInt32LE(end + 16); at < end && bytes.readUInt32LE(at) === ENTRY; ) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    entries.push({ name, content: bytes.readUInt16LE(at + 10) === STORED ? packed : inflateRawSync(packed) });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Everything that a file says to whoever takes it apart: its bytes, what is packed in it, and of a PDF its text. */
export async function saidIn(bytes: Buffer, name = ''): Promise<string> {
  const said = [name, bytes.toString('utf8')];
  for (const entry of entriesOf(bytes)) said.push(await saidIn(entry.content, entry.name));
  if (bytes.subarray(0, 4).equals(Buffer.from('%PDF'))) {
    const read = await readScanPieces(bytes, 'file.pdf');
    if (read.ok) said.push(JSON.stringify(read.value));
  }
  return said.join('\n');
}
