import { ByteView, damaged } from './byte-view.ts';

/** Streams at the top of an OLE2 compound file (.doc, .wps, .xls …). */
export interface CompoundFile {
  /** Streams and storages at the top, as spelled in the file. */
  readonly names: readonly string[];
  /**
   * Content of a stream, or nothing when there is none of that name.
   *
   * @throws ReadFailure `damaged` when its sectors are not all there
   */
  stream(name: string): Uint8Array | undefined;
}

interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const SIGNATURE_LOW = 0xe011cfd0;
const SIGNATURE_HIGH = 0xe11ab1a1;
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const HEADER_FAT_SECTORS = 109;
const LAST_REGULAR_SECTOR = 0xfffffff9;
const STREAM = 2;
const ROOT = 5;
const NO_ENTRY = 0xffffffff;

/**
 * Opens an OLE2 compound file. Every chain is followed at most once through the sectors the file has, and the
 * directory tree at most once through its entries, so that circles in it end as `damaged`.
 *
 * @throws ReadFailure `damaged`
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const file = new ByteView(bytes);
  if (file.u32(0) !== SIGNATURE_LOW || file.u32(4) !== SIGNATURE_HIGH) throw damaged();
  const sectors = new Sectors(file);
  const entries = directory(sectors.chain(file.u32(48)));
  const root = entries[0];
  if (root?.type !== ROOT) throw damaged();
  const top = children(entries, root.child);
  const smallest = file.u32(56);
  let mini: MiniSectors | undefined;
  return {
    names: [...top.values()].map((entry) => entry.name),
    stream: (name) => {
      const entry = top.get(name.toLowerCase());
      if (entry?.type !== STREAM) return undefined;
      if (entry.size >= smallest) return exactly(sectors.chain(entry.start, entry.size), entry.size);
      mini ??= new MiniSectors(file, sectors, root);
      return exactly(mini.chain(entry.start, entry.size), entry.size);
    },
  };
}

/** Sectors of the file and the table that chains them. */
class Sectors {
  private readonly file: ByteView;
  private readonly size: number;
  private readonly next: readonly number[];

  constructor(file: ByteView) {
    const shift = file.u16(30);
    if (shift !== 9 && shift !== 12) throw damaged();
    this.file = file;
    this.size = 1 << shift;
    this.next = this.table();
  }

  /** The sectors from `start` on, together; with `size`, no more than are needed for it. */
  chain(start: number, size = Number.POSITIVE_INFINITY): Uint8Array {
    return follow(start, size, this.size, this.next, (sector) => this.sector(sector));
  }

  /** The last sector of a file is often cut short; what is missing then is found out by the stream's size. */
  private sector(index: number): Uint8Array {
    const start = this.size === HEADER_BYTES ? (index + 1) * HEADER_BYTES : (index + 1) * this.size;
    if (start >= this.file.length) throw damaged();
    return this.file.bytes.subarray(start, start + this.size);
  }

  private table(): number[] {
    const next: number[] = [];
    // Entries for sectors the file does not have would only fill memory.
    const most = Math.ceil(this.file.length / this.size);
    for (const index of this.tableSectors()) {
      if (next.length >= most) break;
      const sector = new ByteView(this.sector(index));
      for (let at = 0; at + 4 <= sector.length; at += 4) next.push(sector.u32(at));
    }
    return next;
  }

  private tableSectors(): number[] {
    const { file } = this;
    const count = file.u32(44);
    const most = Math.ceil(file.length / this.size);
    if (count > most) throw damaged();
    const sectors: number[] = [];
    for (let at = 0; at < HEADER_FAT_SECTORS && sectors.length < count; at += 1)
      sectors.push(file.u32(76 + at * 4));
    let more = file.u32(68);
    while (sectors.length < count) {
      const list = new ByteView(this.sector(more));
      for (let at = 0; at + 8 <= list.length && sectors.length < count; at += 4) sectors.push(list.u32(at));
      more = list.u32(this.size - 4);
    }
    return sectors;
  }
}

/** Short streams share one stream of 64-byte sectors. */
class MiniSectors {
  private readonly bytes: ByteView;
  private readonly next: readonly number[];
  private readonly size: number;

  constructor(file: ByteView, sectors: Sectors, root: DirectoryEntry) {
    const shift = file.u16(32);
    if (shift !== 6) throw damaged();
    this.size = 1 << shift;
    this.bytes = new ByteView(sectors.chain(root.start, root.size));
    const table = new ByteView(sectors.chain(file.u32(60)));
    this.next = Array.from({ length: table.length >> 2 }, (_, index) => table.u32(index * 4));
  }

  chain(start: number, size: number): Uint8Array {
    return follow(
      start,
      size,
      this.size,
      this.next,
      (index) =>
        this.bytes.part(index * this.size, Math.min(this.size, this.bytes.length - index * this.size)).bytes,
    );
  }
}

function follow(
  start: number,
  size: number,
  sectorBytes: number,
  next: readonly number[],
  read: (sector: number) => Uint8Array,
): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let sector = start; sector <= LAST_REGULAR_SECTOR && length < size; ) {
    const part = read(sector);
    parts.push(part);
    length += part.length;
    if (parts.length > next.length || (part.length < sectorBytes && length < size)) throw damaged();
    const following = next[sector];
    if (following === undefined) throw damaged();
    sector = following;
  }
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function exactly(bytes: Uint8Array, size: number): Uint8Array {
  if (bytes.length < size) throw damaged();
  return bytes.subarray(0, size);
}

function directory(bytes: Uint8Array): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  const decoder = new TextDecoder('utf-16le');
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const entry = new ByteView(bytes.subarray(at, at + ENTRY_BYTES));
    const nameBytes = Math.min(Math.max(entry.u16(64) - 2, 0), 62);
    entries.push({
      name: decoder.decode(entry.bytes.subarray(0, nameBytes)),
      type: entry.u8(66),
      left: entry.u32(68),
      right: entry.u32(72),
      child: entry.u32(76),
      start: entry.u32(116),
      size: entry.u32(120),
    });
  }
  return entries;
}

/** Entries of one storage, by lower-case name. They hang in a tree by `left` and `right`. */
function children(entries: readonly DirectoryEntry[], first: number): Map<string, DirectoryEntry> {
  const found = new Map<string, DirectoryEntry>();
  const seen = new Set<number>();
  const waiting = [first];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (index === NO_ENTRY || entry === undefined || seen.has(index)) continue;
    seen.add(index);
    const key = entry.name.toLowerCase();
    if (!found.has(key)) found.set(key, entry);
    waiting.push(entry.left, entry.right);
  }
  return found;
}
