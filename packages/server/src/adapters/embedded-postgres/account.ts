import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from '../../start-error.ts';

/** Whom the database process runs as; `null`: the caller's own account. */
export interface DatabaseAccount {
  readonly uid: number;
  readonly gid: number;
}

/** Accounts that every system brings along and that own nothing; none is ever created. */
const UNPRIVILEGED = ['nobody', 'daemon'];

/**
 * PostgreSQL refuses to run as root. For root it is an unprivileged account that exists; for anyone else,
 * and on Windows, the caller's own.
 *
 * @throws StartError when root finds no such account
 */
export function databaseAccount(): DatabaseAccount | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of UNPRIVILEGED) {
    const [, , uid, gid] = accounts.find(([account]) => account === name) ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartError(
    `数据库不能以 root 身份运行，而本机没有可用的普通账户（${UNPRIVILEGED.join('、')}）。请改用普通用户启动，或设置 DATABASE_URL 使用现有的 PostgreSQL。`,
  );
}

const OTHERS_MAY_ENTER = 0o001;
const OWNER_MAY_ENTER = 0o100;

/** Whether the account can walk down to a folder: every folder above must let it pass, and the folder itself. */
export function canEnter(account: DatabaseAccount | null, folder: string): boolean {
  if (account === null) return true;
  for (let path = folder; ; path = dirname(path)) {
    const { mode, uid } = statSync(path);
    const needed = uid === account.uid ? OWNER_MAY_ENTER : OTHERS_MAY_ENTER;
    if ((mode & needed) === 0) return false;
    if (dirname(path) === path) return true;
  }
}
