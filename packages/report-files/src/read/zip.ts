import { Buffer } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import yauzl from 'yauzl';
import { LIMITS } from '../limits.ts';
import { ReadFailure } from '../read-error.ts';

/** An archive whose directory has been judged; every read stays inside `LIMITS`. */
export interface SafeZip {
  /** Files in the archive, in its own order and spelling; folders are left out. */
  readonly names: readonly string[];
  /** Names are compared without regard to ASCII case, as Office does. */
  has(name: string): boolean;
  /**
   * Content of one file. Inflating stops at the size the directory declared, and the checksum is compared.
   *
   * @throws ReadFailure `damaged` when there is no such file or it is not what the directory said
   */
  read(name: string): Promise<Uint8Array>;
}

/** Bounds of an archive; `LIMITS` holds those of what is read in memory. */
export type ZipLimits = Readonly<
  Record<'zipEntries' | 'zipEntryBytes' | 'zipTotalBytes' | 'zipRatio', number>
>;

/** Below this size a high ratio is only a very regular small file, and cannot hurt. */
const RATIO_FREE_BYTES = 1024 * 1024;
const STORED = 0;
const DEFLATED = 8;
const PIECE_BYTES = 1024 * 1024;

/**
 * Opens a zip archive held in memory, and refuses it before anything is inflated when its directory is
 * hostile: too many or too big entries, a bomb's ratio, names that leave the archive, equal names, encryption.
 *
 * @throws ReadFailure `archive-limits`, `encrypted` or `damaged`
 */
export async function openZip(bytes: Uint8Array): Promise<SafeZip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const archive = await openArchive(yauzl.fromBufferPromise(buffer, STRICT));
  const { files: entries } = await judgedEntries(archive, LIMITS);
  return {
    names: Array.from(entries.values(), (entry) => entry.fileName),
    has: (name) => entries.has(name.toLowerCase()),
    read: async (name) => {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined)
        throw new ReadFailure(
          'damaged',
          '文件包缺少必需的部分，可能已损坏。请用 Word 或 WPS 打开后另存一份再试。',
        );
      return content(buffer, archive, entry);
    },
  };
}

/** yauzl would otherwise turn a backslash into a slash and hide where the name pointed. */
export const STRICT = { strictFileNames: true } as const;

/** @throws ReadFailure `damaged` when what is opened is no whole archive */
export async function openArchive(opening: Promise<yauzl.ZipFile>): Promise<yauzl.ZipFile> {
  try {
    return await opening;
  } catch {
    throw new ReadFailure('damaged', '文件包不完整或已损坏，可能没有下载完整。请重新取得文件后再试。');
  }
}

/** What an archive says it holds. */
export interface JudgedArchive {
  /** The files by their name in lower case. */
  readonly files: ReadonlyMap<string, yauzl.Entry>;
  /** Whether the archive begins with one of its entries, be it a folder, as WPS Office writes them. */
  readonly beginsWithEntry: boolean;
}

/**
 * The files of an archive, judged by its directory alone.
 *
 * @throws ReadFailure `archive-limits`, `encrypted`, `damaged` or `unsupported-format`
 */
export async function judgedEntries(archive: yauzl.ZipFile, limits: ZipLimits): Promise<JudgedArchive> {
  const entries = new Map<string, yauzl.Entry>();
  const all = await directory(archive, limits);
  for (const entry of all) {
    if (entry.fileName.endsWith('/')) {
      if (entry.uncompressedSize > 0) throw irregular();
      continue;
    }
    const key = entry.fileName.toLowerCase();
    if (entries.has(key))
      throw new ReadFailure(
        'damaged',
        '文件包里有重名的内容，无法确定以哪一个为准。请用 Word 或 WPS 打开后另存一份再试。',
      );
    entries.set(key, entry);
  }
  const beginsWithEntry = all.length === 0 || all.some((entry) => entry.relativeOffsetOfLocalHeader === 0);
  return { files: entries, beginsWithEntry };
}

async function directory(archive: yauzl.ZipFile, limits: ZipLimits): Promise<yauzl.Entry[]> {
  if (archive.entryCount > limits.zipEntries) throw tooMuch('内容条目过多');
  const entries: yauzl.Entry[] = [];
  let total = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      judge(entry, limits);
      total += entry.uncompressedSize;
      if (total > limits.zipTotalBytes) throw tooMuch('展开后总量过大');
      entries.push(entry);
    }
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    if (error instanceof Error && error.message.includes('encryption')) throw encrypted();
    throw irregular();
  }
  return entries;
}

const irregular = (): ReadFailure =>
  new ReadFailure(
    'damaged',
    '文件包的目录不合规范（含越界路径或已损坏），没有读取。请用 Word 或 WPS 打开后另存一份再试。',
  );

function judge(entry: yauzl.Entry, limits: ZipLimits): void {
  if (entry.isEncrypted()) throw encrypted();
  const { uncompressedSize, compressedSize, compressionMethod } = entry;
  if (uncompressedSize > limits.zipEntryBytes) throw tooMuch('其中一项展开后过大');
  if (uncompressedSize > RATIO_FREE_BYTES && uncompressedSize > compressedSize * limits.zipRatio)
    throw tooMuch('压缩比异常');
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    throw new ReadFailure(
      'unsupported-format',
      '文件包用了不支持的压缩方式。请用 Word 或 WPS 打开后另存一份再试。',
    );
  }
}

async function content(buffer: Buffer, archive: yauzl.ZipFile, entry: yauzl.Entry): Promise<Uint8Array> {
  const broken = () =>
    new ReadFailure('damaged', '文件包里有一项内容与目录记载不符，可能已损坏。请重新取得文件后再试。');
  let start: number;
  try {
    ({ fileDataStart: start } = await archive.readLocalFileHeaderPromise(entry, { minimal: true }));
  } catch {
    throw broken();
  }
  const packed = buffer.subarray(start, start + entry.compressedSize);
  let bytes: Uint8Array;
  if (entry.compressionMethod === STORED) bytes = packed;
  else {
    try {
      bytes = inflateRawSync(packed, {
        maxOutputLength: Math.max(entry.uncompressedSize, 1),
        chunkSize: Math.min(Math.max(entry.uncompressedSize, 64), PIECE_BYTES),
      });
    } catch {
      throw broken();
    }
  }
  if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) throw broken();
  return bytes;
}

function tooMuch(what: string): ReadFailure {
  return new ReadFailure(
    'archive-limits',
    `文件包${what}，超出安全限度，没有展开。请确认文件来源，或用 Word、WPS 打开后另存一份再试。`,
  );
}

function encrypted(): ReadFailure {
  return new ReadFailure('encrypted', '文件已加密，无法读取。请取消打开密码后另存一份再试。');
}
