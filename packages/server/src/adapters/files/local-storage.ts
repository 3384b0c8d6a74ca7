import { open, opendir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type FileStorage, isStorageKey, requireStorageKey, type StoredObject } from './storage.ts';
import { makeFolder, syncFolder } from './sync-folder.ts';

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Names in a folder; none when it was never made. */
async function* namesIn(folder: string): AsyncGenerator<string> {
  try {
    for await (const { name } of await opendir(folder)) yield name;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

async function* filesOf(folder: string): AsyncGenerator<StoredObject> {
  for await (const name of namesIn(folder)) {
    if (!isStorageKey(name)) continue;
    try {
      yield { key: name, modifiedAt: (await stat(join(folder, name))).mtime };
    } catch (error) {
      // Removed since the folder was read.
      if (!isMissing(error)) throw error;
    }
  }
}

/**
 * Files in a folder of this machine (or one that all servers mount), spread over 256 folders by the key's first two
 * characters.
 *
 * A file comes in by renaming, so the spool must lie on the same file system: it is a folder of `root`.
 */
export function localStorage(root: string): FileStorage {
  const base = resolve(root);
  const folderOf = (key: string): string => join(base, requireStorageKey(key).slice(0, 2));
  const pathOf = (key: string): string => join(folderOf(key), key);
  return {
    put: async (key, file) => {
      await makeFolder(folderOf(key));
      await rename(file.path, pathOf(key));
      await syncFolder(folderOf(key));
    },
    open: async (key, range) => {
      try {
        const handle = await open(pathOf(key), 'r');
        return handle.createReadStream(range && { start: range.first, end: range.last });
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    remove: async (key) => {
      await rm(pathOf(key), { force: true });
    },
    list: async function* () {
      for await (const name of namesIn(base)) {
        if (/^[0-9a-f]{2}$/.test(name)) yield* filesOf(join(base, name));
      }
    },
    close: () => {},
  };
}
