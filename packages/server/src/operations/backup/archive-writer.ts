import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import { CHUNK_BYTES, chunkName, type PartSum, sumName } from './format.ts';

/** An archive under construction. Memory holds one entry at a time. */
export interface ArchiveWriter {
  readonly addEntry: (name: string, bytes: Buffer) => Promise<void>;
  /** Cuts a stream of unknown length into entries and adds its sum. */
  readonly addPart: (part: string, content: AsyncIterable<Uint8Array>) => Promise<PartSum>;
  /** Ends the archive; when this resolves, its bytes are on the disk for certain. */
  readonly finish: () => Promise<void>;
  /** Lets go of a file that will not be finished. */
  readonly abandon: () => Promise<void>;
}

/** The same bytes in pieces of the size of an entry. */
async function* chunksOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const piece of content) {
    waiting.push(piece);
    size += piece.length;
    if (size < CHUNK_BYTES) continue;
    const all = Buffer.concat(waiting);
    let start = 0;
    for (; all.length - start >= CHUNK_BYTES; start += CHUNK_BYTES)
      yield all.subarray(start, start + CHUNK_BYTES);
    waiting = [all.subarray(start)];
    size = all.length - start;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/**
 * @param path a file that must not be there yet; nobody but its owner may read it
 * @param time what the entries are dated
 */
export function createArchive(path: string, time: Date): ArchiveWriter {
  const tar = pack();
  // Flushing at the close: then the bytes are on the disk, not only with the operating system.
  const written = pipeline(tar, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  // Told to whoever adds the next entry.
  written.catch(() => {});

  async function addEntry(name: string, bytes: Buffer): Promise<void> {
    try {
      await new Promise<void>((resolve, reject) => {
        tar.entry({ name, mode: 0o600, mtime: time }, bytes, (error) => {
          if (error) reject(error);
          else resolve();
        });
      });
    } catch (error) {
      // The disk's own complaint says more than that the entry was broken off.
      await written;
      throw error;
    }
  }

  return {
    addEntry,
    addPart: async (part, content) => {
      const hash = createHash('sha256');
      let bytes = 0;
      let index = 0;
      for await (const chunk of chunksOf(content)) {
        hash.update(chunk);
        bytes += chunk.length;
        await addEntry(chunkName(part, index), chunk);
        index += 1;
      }
      const sum = { bytes, sha256: hash.digest('hex') };
      await addEntry(sumName(part), Buffer.from(JSON.stringify(sum)));
      return sum;
    },
    finish: async () => {
      tar.finalize();
      await written;
    },
    abandon: async () => {
      tar.destroy();
      await written.catch(() => {});
    },
  };
}
