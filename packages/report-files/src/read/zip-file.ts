import yauzl from 'yauzl';
import { ReadFailure } from '../read-error.ts';
import { judgedEntries, openArchive, STRICT, type ZipLimits } from './zip.ts';

/** What an archive holds, after all of it was inflated once and thrown away. */
export interface ExaminedZip {
  /** Names of the files in it, in lower case. */
  readonly names: ReadonlySet<string>;
  readonly inflatedBytes: number;
}

/** What is looked at while the entries pass by. */
export interface ZipVisitor {
  /** So many bytes from the beginning of this entry, by its name in lower case, are wanted. */
  readonly wanted: (name: string, size: number) => number;
  /** They, and how many the entry has altogether. */
  readonly see: (name: string, beginning: Buffer, size: number) => void | Promise<void>;
}

/**
 * Examines an archive without writing anything and, when it lies on the disk, without holding it in memory: the
 * directory is judged first, then every entry is inflated and counted, so that one that holds more than its
 * directory says is found out.
 *
 * @param source path of the archive, or its bytes
 * @throws ReadFailure `archive-limits`, `encrypted`, `damaged` or `unsupported-format`, and what the visitor throws
 */
export async function examineZipFile(
  source: string | Buffer,
  limits: ZipLimits,
  visitor: ZipVisitor,
): Promise<ExaminedZip> {
  const options = { ...STRICT, autoClose: false };
  const archive = await openArchive(
    typeof source === 'string'
      ? yauzl.openPromise(source, options)
      : yauzl.fromBufferPromise(source, options),
  );
  try {
    const { files: entries, beginsWithEntry } = await judgedEntries(archive, limits);
    // A beginning that belongs to no entry would be another file in front of the archive.
    if (!beginsWithEntry) throw broken();
    let inflatedBytes = 0;
    for (const [name, entry] of entries) {
      const size = entry.uncompressedSize;
      await visitor.see(name, await drain(archive, entry, visitor.wanted(name, size)), size);
      inflatedBytes += size;
    }
    return { names: new Set(entries.keys()), inflatedBytes };
  } finally {
    archive.close();
  }
}

/** Inflates one entry; yauzl ends the stream with an error as soon as its size is not the one in the directory. */
async function drain(archive: yauzl.ZipFile, entry: yauzl.Entry, wanted: number): Promise<Buffer> {
  const kept: Buffer[] = [];
  let missing = wanted;
  try {
    for await (const piece of await archive.openReadStreamPromise(entry)) {
      if (missing <= 0) continue;
      const part = (piece as Buffer).subarray(0, missing);
      kept.push(part);
      missing -= part.length;
    }
  } catch {
    throw broken();
  }
  return Buffer.concat(kept);
}

function broken(): ReadFailure {
  return new ReadFailure(
    'damaged',
    '文件包里有内容与目录记载不符，可能已损坏或被改动。请用 Word 或 WPS 打开后另存一份再试。',
  );
}
