const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;
const FAT = 0xfffffffd;

interface OleItem {
  readonly name: string;
  /** Without content it is a storage. */
  readonly content?: Uint8Array;
}

function entryOf(
  name: string,
  type: number,
  start: number,
  size: number,
  child: number,
  right: number,
): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(`${name}\0`, 0, 'utf16le');
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry[66] = type;
  entry[67] = 1;
  entry.writeUInt32LE(FREE, 68);
  entry.writeUInt32LE(right, 72);
  entry.writeUInt32LE(child, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}

/** An OLE2 compound file; streams are filled up to 4 KiB, so that none of them lies in the mini stream. */
export function makeOle(items: readonly OleItem[]): Buffer {
  const directorySectors = Math.ceil((items.length + 1) / 4);
  const fat: number[] = [FAT];
  const chain = (sectors: number): number => {
    const start = fat.length;
    for (let index = 1; index < sectors; index += 1) fat.push(start + index);
    fat.push(END);
    return start;
  };
  chain(directorySectors);
  const bodies: Buffer[] = [];
  const entries = [entryOf('Root Entry', 5, END, 0, items.length > 0 ? 1 : FREE, FREE)];
  for (const [index, { name, content }] of items.entries()) {
    const next = index + 1 < items.length ? index + 2 : FREE;
    if (content === undefined) {
      entries.push(entryOf(name, 1, 0, 0, FREE, next));
      continue;
    }
    const body = Buffer.alloc(Math.max(4096, Math.ceil(content.length / SECTOR) * SECTOR));
    body.set(content);
    entries.push(entryOf(name, 2, chain(body.length / SECTOR), body.length, FREE, next));
    bodies.push(body);
  }
  if (fat.length > SECTOR / 4) throw new Error('one sector of the table must do');
  const header = Buffer.alloc(SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END, 60);
  header.writeUInt32LE(END, 68);
  for (let at = 76; at < SECTOR; at += 4) header.writeUInt32LE(at === 76 ? 0 : FREE, at);
  const table = Buffer.alloc(SECTOR);
  for (let at = 0; at < SECTOR / 4; at += 1) table.writeUInt32LE(fat[at] ?? FREE, at * 4);
  const directory = Buffer.alloc(directorySectors * SECTOR);
  Buffer.concat(entries).copy(directory);
  return Buffer.concat([header, table, directory, ...bodies]);
}
