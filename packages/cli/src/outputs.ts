import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CliError, errorCode, fileError } from './cli-error.ts';
import type { Input } from './inputs.ts';
import type { Io } from './io.ts';

/** The files one run writes. */
export interface Outputs {
  /**
   * Writes a file whole or not at all. Never over a file that was read or written in the same run; over another
   * existing file only when the caller asked for it.
   * @throws CliError when it cannot be written
   */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
}

/** `sources` are the files that are read in this run: not even `force` lets one of them be written over. */
export function createOutputs(sources: readonly Input[], force: boolean, io: Io): Outputs {
  const originals = sources.flatMap(({ path }) => path ?? []);
  const written = new Set<string>();
  return {
    write: async (path, bytes) => {
      const target = resolve(io.cwd, path);
      if (written.has(target)) {
        throw new CliError(
          `同一次运行中已写过这个文件，没有再写：${path}。来源文件重名，请分开处理或用 --out 另指位置。`,
        );
      }
      if (force && (await isOneOf(target, originals))) {
        throw new CliError(`这是原文件，不能覆盖（加 --force 也不行）：${path}。请用 --out 另指位置。`);
      }
      try {
        await writeWhole(target, bytes, force);
      } catch (error) {
        throw fileError(error, path);
      }
      written.add(target);
    },
  };
}

/** Whether a path leads to one of the files, under whatever name. */
async function isOneOf(target: string, files: readonly string[]): Promise<boolean> {
  const identity = async (path: string): Promise<string | undefined> => {
    try {
      const { dev, ino } = await stat(path, { bigint: true });
      return `${dev} ${ino}`;
    } catch {
      return undefined;
    }
  };
  const own = await identity(target);
  if (own === undefined) return false;
  for (const file of files) if ((await identity(file)) === own) return true;
  return false;
}

/** The bytes go to a neighbouring file first, which then takes the name. */
async function writeWhole(target: string, bytes: Uint8Array, force: boolean): Promise<void> {
  const draft = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  await makeFolder(dirname(target));
  try {
    await writeFile(draft, bytes, { flag: 'wx' });
    if (force) await rename(draft, target);
    else await takeFreeName(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Gives a file a name that is free, in one step: nobody's file is lost even if two processes write at once. */
async function takeFreeName(draft: string, target: string): Promise<void> {
  try {
    await link(draft, target);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error;
    // Memory sticks and some shared folders know no links.
    await copyFile(draft, target, constants.COPYFILE_EXCL);
  }
}

/** Not `mkdir` with `recursive`: that never ends where a folder can have no children (below /proc). */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (await isFolder(path)) return;
    if (errorCode(error) === 'EEXIST') throw new CliError(`这是文件，不是文件夹：${path}`);
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
