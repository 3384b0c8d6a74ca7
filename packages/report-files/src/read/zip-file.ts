import yauzl from 'yauzl';
import { ReadFailure } from '../read-error.ts';
import { judgedEntries, openArchive, STRICT, type ZipLimits } from './zip.ts';

/** What an archive on the disk holds, after all of it was inflated once and thrown away. */
export interface ExaminedZip {
  /** Names of the files in it, in lower case. */
  readonly names: ReadonlySet<string>;
  /** The entries asked for that are there, by their name in lower case, as UTF-8 text. */
  readonly kept: ReadonlyMap<string, string>;
}

/** Entries that are asked for tell what a document is; longer ones are not what they pretend. */
const KEPT_BYTES = 1024 * 1024;

/**
 * Examines an archive without holding it in memory and without writing anything: the directory is judged first,
 * then every entry is inflated and counted, so that one that holds more than its directory says is found out.
 *
 * @param wanted names in lower case of the entries whose text is kept
 * @throws ReadFailure `archive-limits`, `encrypted`, `damaged` or `unsupported-format`
 */
export async function examineZipFile(
  path: string,
  limits: ZipLimits,
  wanted: readonly string[],
): Promise<ExaminedZip> {
  const archive = await openArchive(yauzl.openPromise(path, { ...STRICT, autoClose: false }));
  try {
    const entries = await judgedEntries(archive, limits);
    // A beginning that belongs to no entry would be another file in front of the archive.
    const starts = Array.from(entries.values(), (entry) => entry.relativeOffsetOfLocalHeader);
    if (starts.length > 0 && !starts.includes(0)) throw broken();
    const kept = new Map<string, string>();
    for (const [name, entry] of entries) {
      const text = await drain(archive, entry, wanted.includes(name));
      if (text !== null) kept.set(name, text);
    }
    return { names: new Set(entries.keys()), kept };
  } finally {
    archive.close();
  }
}

/** Inflates one entry; yauzl ends the stream with an error as soon as its size is not the one in the directory. */
async function drain(archive: yauzl.ZipFile, entry: yauzl.Entry, keep: boolean): Promise<string | null> {
  if (keep && entry.uncompressedSize > KEPT_BYTES) throw broken();
  const pieces: Buffer[] = [];
  try {
    for await (const piece of await archive.openReadStreamPromise(entry)) {
      if (keep) pieces.push(piece as Buffer);
    }
  } catch {
    throw broken();
  }
  return keep ? Buffer.concat(pieces).toString('utf8') : null;
}

function broken(): ReadFailure {
  return new ReadFailure(
    'damaged',
    '文件包里有内容与目录记载不符，可能已损坏或被改动。请用 Word 或 WPS 打开后另存一份再试。',
  );
}
