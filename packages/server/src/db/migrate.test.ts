import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { DatabaseLogin } from './connect.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';

let login: DatabaseLogin;
let client: Client;

beforeEach(async () => {
  const { owner } = inject('databases');
  const database = `migrate_${randomUUID().replaceAll('-', '')}`;
  const admin = new Client({ ...owner });
  await admin.connect();
  await admin.query(`create database ${database}`);
  await admin.end();
  login = { ...owner, database };
  client = new Client({ ...login });
  await client.connect();
});

afterEach(() => client.end());

const step = (name: string, sql: string): Migration => ({ name, sql, checksum: `checksum of ${sql}` });

const tables = async (): Promise<string[]> => {
  const { rows } = await client.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public' order by 1",
  );
  return rows.map(({ tablename }) => tablename);
};

const A = step('0001-a.sql', 'create table a ()');
const B = step('0002-b.sql', 'create table b ()');

describe('migrate', () => {
  it('applies what is missing, in order, once', async () => {
    expect(await migrate(login, null, [A])).toEqual(['0001-a.sql']);
    expect(await migrate(login, null, [A, B])).toEqual(['0002-b.sql']);
    expect(await migrate(login, null, [A, B])).toEqual([]);
    expect(await tables()).toEqual(['a', 'b', 'migration']);
  });

  it('lets several runners at once apply each migration once', async () => {
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(login, null, [A, B])));
    expect(applied.flat()).toEqual(['0001-a.sql', '0002-b.sql']);
  });

  it('takes a migration that fails back whole, and goes on from there', async () => {
    const broken = step('0002-b.sql', 'create table b (); select 1/0');
    await expect(migrate(login, null, [A, broken])).rejects.toThrow('division by zero');
    expect(await tables()).toEqual(['a', 'migration']);
    expect(await migrate(login, null, [A, B])).toEqual(['0002-b.sql']);
  });

  it.each([
    ['of a newer program', [A], '更新版本'],
    ['that was changed', [A, { ...B, checksum: 'other' }], '被改动'],
    ['out of order', [step('0000-first.sql', 'select 1'), A, B], '次序'],
  ])('refuses a database with a migration %s', async (_, known, words) => {
    await migrate(login, null, [A, B]);
    await expect(migrate(login, null, known)).rejects.toThrow(words);
  });

  it('has the migrations of this program numbered without gaps', async () => {
    const names = (await readMigrations()).map(({ name }) => name);
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
  });
});
