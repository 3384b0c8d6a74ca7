import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, opendir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { SpooledFile } from './storage.ts';

/**
 * Why a stream was not taken: bigger than allowed, without a byte, broken off by the client, or no room on this
 * machine's disk.
 */
export type SpoolRefusal = 'too-large' | 'empty' | 'incomplete' | 'no-space';

const NO_SPACE = new Set(['ENOSPC', 'EDQUOT']);

function isNoSpace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NO_SPACE.has(String(error.code));
}

/** The stream broke, not the disk. */
class BrokenStream extends Error {}

async function* watched(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (cause) {
    throw new BrokenStream('the stream broke', { cause });
  }
}

/**
 * Writes a stream to a file of a random name, counting and hashing on the way, and makes sure that it is on the disk.
 * Memory holds one piece at a time. Unless it succeeds, nothing stays behind and the stream is destroyed.
 *
 * @param limit bytes; the stream is left at the first piece that goes beyond
 */
export async function spool(
  folder: string,
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Result<SpooledFile, SpoolRefusal>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomBytes(16).toString('hex')}.part`);
  try {
    const written = await write(path, stream, limit);
    if (!written.ok) await rm(path, { force: true });
    return written;
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof BrokenStream) return err('incomplete');
    if (isNoSpace(error)) return err('no-space');
    throw error;
  }
}

async function write(
  path: string,
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Result<SpooledFile, SpoolRefusal>> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const piece of watched(stream)) {
      size += piece.length;
      if (size > limit) return err('too-large');
      hash.update(piece);
      await file.writeFile(piece);
    }
    if (size === 0) return err('empty');
    await file.sync();
  } finally {
    await file.close();
  }
  return ok({ path, size, sha256: hash.digest('hex') });
}

/** Throws the file away, if it was not taken into the storage. */
export async function discard(file: SpooledFile): Promise<void> {
  await rm(file.path, { force: true });
}

/**
 * Removes what a server that died left in the spool.
 *
 * @param before younger files may still be written to
 * @returns how many were removed
 */
export async function sweepSpool(folder: string, before: Date): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let removed = 0;
  for await (const { name } of await opendir(folder)) {
    if (!name.endsWith('.part')) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found === null || found.mtime >= before) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
