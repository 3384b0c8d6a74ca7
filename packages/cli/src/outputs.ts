import { randomBytes } from 'node:crypto';
import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileError } from './cli-error.ts';
import type { Io } from './io.ts';

/**
 * Writes a file whole or not at all, and never over an existing one unless `force` is set: the bytes go to a
 * neighbouring file first, which then takes the name.
 */
export async function writeOutput(path: string, bytes: Uint8Array, force: boolean, io: Io): Promise<void> {
  const target = resolve(io.cwd, path);
  const draft = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(draft, bytes, { flag: 'wx' });
    // A hard link fails when the name is taken, so nobody's file is lost even if two processes write at once.
    if (force) await rename(draft, target);
    else await link(draft, target);
  } catch (error) {
    throw fileError(error, path);
  } finally {
    await rm(draft, { force: true });
  }
}
