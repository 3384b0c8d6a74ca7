import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { StartError } from '../../start-error.ts';
import { canEnter, type DatabaseAccount, databaseAccount } from './account.ts';
import { writeDurably } from './durable.ts';

/** Layout of the data folder; a change that an older program would misread raises it. */
const FORMAT = 1;

const marker = z.object({
  format: z.number().int().positive(),
  passwords: z.object({ owner: z.string(), server: z.string(), portal: z.string() }),
});

/** Passwords of the three database roles, made at random when the folder is made and never shown. */
export type Passwords = z.infer<typeof marker>['passwords'];

export interface DataFolder {
  readonly path: string;
  readonly account: DatabaseAccount | null;
  readonly passwords: Passwords;
}

const newPassword = (): string => randomBytes(24).toString('base64url');

function folderError(error: unknown, path: string): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new StartError(`数据文件夹不可写：${path}。请换一个文件夹（--data），或改正其权限。`);
  }
  if (['ENOTDIR', 'EEXIST'].includes(code)) return new StartError(`数据文件夹的位置上是一个文件：${path}`);
  if (code === 'ENOSPC') return new StartError(`磁盘空间不足，不能写入数据文件夹：${path}`);
  return error instanceof Error ? error : new Error(String(error));
}

async function readMarker(file: string, path: string): Promise<Passwords> {
  let found: z.infer<typeof marker>;
  try {
    found = marker.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) {
      throw new StartError(`数据文件夹的标记文件已损坏：${file}`);
    }
    throw folderError(error, path);
  }
  if (found.format > FORMAT) {
    throw new StartError(
      `数据文件夹由更新版本的昭示建立（格式 ${found.format}，本程序支持到 ${FORMAT}）：${path}。请升级程序，没有改动任何数据。`,
    );
  }
  return found.passwords;
}

async function makeMarker(file: string): Promise<Passwords> {
  const passwords = { owner: newPassword(), server: newPassword(), portal: newPassword() };
  await writeDurably(file, JSON.stringify({ format: FORMAT, passwords }));
  return passwords;
}

/**
 * Opens a data folder, making it when it is not there.
 *
 * @throws StartError when it cannot be written, belongs to a newer version, or root's database account cannot
 * reach it
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const path = resolve(folder);
  const account = databaseAccount();
  const file = join(path, 'zhaoshi.json');
  try {
    await mkdir(path, { recursive: true });
    // The database's account has to pass through, but not to look around.
    if (account !== null) await chmod(path, 0o711);
    if (!canEnter(account, dirname(path))) {
      throw new StartError(
        `以 root 启动时数据库改用普通账户运行，但它进不了 ${dirname(path)}。请用 --data 指定它能到达的文件夹，例如 /var/lib/zhaoshi。`,
      );
    }
    const passwords = existsSync(file) ? await readMarker(file, path) : await makeMarker(file);
    return { path, account, passwords };
  } catch (error) {
    throw error instanceof StartError ? error : folderError(error, path);
  }
}

const MEBIBYTE = 1024 * 1024;
/** One file of PostgreSQL's write-ahead log is 16 MiB; without room for the next one it stops. */
const NEEDED_MEBIBYTES = 32;

/** @throws StartError when a database started in the folder would soon find no room */
export async function requireSpace({ path }: DataFolder): Promise<void> {
  const { bavail, bsize } = await statfs(path);
  const free = Math.floor((bavail * bsize) / MEBIBYTE);
  if (free >= NEEDED_MEBIBYTES) return;
  throw new StartError(
    `磁盘空间不足：${path} 所在的磁盘只剩 ${free} MB，数据库至少需要 ${NEEDED_MEBIBYTES} MB。请腾出空间后重新启动；已保存的数据没有受损。`,
  );
}

/** `zhaoshi-data` where the command was given; for root, where its database account cannot go there, below /var/lib. */
export function defaultDataFolder(cwd: string): string {
  return canEnter(databaseAccount(), cwd) ? join(cwd, 'zhaoshi-data') : '/var/lib/zhaoshi';
}
