import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { ensureQueues } from '../jobs/ensure-queues.ts';
import { StartError } from '../start-error.ts';
import type { DatabaseLogin } from './connect.ts';
import { requireSuitable } from './require-suitable.ts';
import { ensureRoles, SERVER_ROLE } from './roles.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const FOLDER = join(import.meta.dirname, 'migrations');

/** The migrations of this program in their order; the checksum is that of the text with plain line ends. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).toSorted();
  return await Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(join(FOLDER, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Any number: the same for every runner, and for whoever must not meet one. */
export const RUNNER_LOCK = 5_711_2019;

interface Applied {
  readonly name: string;
  readonly checksum: string;
}

/** @throws StartError when the database does not begin with exactly these migrations */
function requireSameHistory(applied: readonly Applied[], known: readonly Migration[]): void {
  const unknown = applied.filter(({ name }) => known.every((migration) => migration.name !== name));
  if (unknown.length > 0) {
    throw new StartError(
      `数据库由更新版本的昭示升级过（${unknown.map(({ name }) => name).join('、')}）。请升级程序，没有改动任何数据。`,
    );
  }
  for (const [index, { name, checksum }] of applied.entries()) {
    const expected = known[index];
    if (expected?.name !== name) throw new StartError(`数据库的升级次序与程序不同：${name}`);
    if (expected.checksum !== checksum) throw new StartError(`已执行过的升级脚本被改动：${name}`);
  }
}

async function connect(login: DatabaseLogin): Promise<Client> {
  const client = new Client({ ...login });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new StartError(`不能连接数据库，请检查 DATABASE_URL 和数据库服务：${reason}`, { cause: error });
  }
}

/**
 * Brings the database up to date: forward only, each migration in a transaction of its own together with its
 * record, one runner at a time.
 *
 * @returns the names of the migrations that were applied now
 */
export async function migrate(
  login: DatabaseLogin,
  passwords: Readonly<Record<string, string>> | null,
  known: readonly Migration[],
): Promise<readonly string[]> {
  const client = await connect(login);
  try {
    await requireSuitable(client);
    await client.query('select pg_advisory_lock($1)', [RUNNER_LOCK]);
    await ensureRoles(client, passwords);
    await client.query(
      'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    // Tells a server whether the database is at its own version.
    await client.query(`grant select on migration to ${SERVER_ROLE}`);
    const { rows } = await client.query<Applied>('select name, checksum from migration order by name');
    requireSameHistory(rows, known);
    const missing = known.slice(rows.length);
    for (const { name, sql, checksum } of missing) {
      await client.query('begin');
      await client.query(sql);
      await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
      await client.query('commit');
    }
    await ensureQueues(client);
    return missing.map(({ name }) => name);
  } finally {
    // Ends an unfinished transaction and gives the lock back.
    await client.end();
  }
}
