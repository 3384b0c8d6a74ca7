import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes the names in a folder last through a power cut. Windows cannot sync a folder and has no need of it: NTFS
 * keeps names in its journal.
 */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Makes a folder whose name is on the disk for certain, together with those above it that were made for it. */
export async function makeFolder(path: string): Promise<void> {
  const topmost = await mkdir(path, { recursive: true, mode: 0o700 });
  if (topmost === undefined) return;
  for (let made = path; made.length >= topmost.length; made = dirname(made)) await syncFolder(dirname(made));
}
