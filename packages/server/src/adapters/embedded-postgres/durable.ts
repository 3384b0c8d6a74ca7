import { open, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a file that is there whole, or not at all, even after the power is lost. */
export async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await renameDurably(`${file}.new`, file);
}

/** A rename that is still there after the power is lost: what depends on it may be written from now on. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  // Windows cannot open a folder for this; its file system keeps the order of renames in its own journal.
  if (process.platform !== 'win32') await sync(dirname(to));
}

/** Brings a folder with all it holds to the disk, before it is renamed into its place. */
export async function syncFolder(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncFolder(path);
    else if (entry.isFile() && process.platform !== 'win32') await sync(path);
  }
  if (process.platform !== 'win32') await sync(folder);
}
