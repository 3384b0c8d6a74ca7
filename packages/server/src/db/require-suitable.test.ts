import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase } from '../../test/test-database.ts';
import { StartError } from '../start-error.ts';
import { migrate, readMigrations } from './migrate.ts';

let admin: Client;
const made: string[] = [];

beforeAll(async () => {
  admin = new Client({ ...inject('databases').owner });
  await admin.connect();
});

afterAll(async () => {
  for (const database of made) await admin.query(`drop database ${database} with (force)`);
  await admin.end();
});

async function create(options: string): Promise<string> {
  const database = `suitable_${randomUUID().replaceAll('-', '')}`;
  await admin.query(`create database ${database} template template0 ${options}`);
  made.push(database);
  return database;
}

describe('requireSuitable', () => {
  it.each([
    ['of another encoding', "encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'", '编码是 SQL_ASCII'],
    ['whose search would not see Chinese', "encoding 'UTF8' lc_collate 'C' lc_ctype 'C'", '检索会找不到汉字'],
  ])('refuses a database %s, with the statement that makes a right one', async (_, options, words) => {
    const database = await create(`${options} locale_provider libc`);
    const login = { ...inject('databases').owner, database };
    const refused = await migrate(login, null, await readMigrations()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StartError);
    expect(refused).toMatchObject({ message: expect.stringContaining(words) });
    const statement = /例如：create database "\w+" (owner .*);/.exec(String(refused))?.[1] ?? '';
    const right = `suitable_${randomUUID().replaceAll('-', '')}`;
    await admin.query(`create database ${right} ${statement}`);
    made.push(right);
    const migrated = await migrate({ ...login, database: right }, null, await readMigrations());
    expect(migrated.length).toBeGreaterThan(0);
  });

  it('lets the search find Chinese on the database of these tests', async () => {
    const database = await createTestDatabase();
    const client = new Client({ ...database.logins.owner });
    await client.connect();
    await client.query('create extension if not exists pg_trgm');
    const { rows } = await client.query<{ trigrams: string[] }>(
      "select show_trgm('政府信息公开') as trigrams",
    );
    await client.end();
    await database.drop();
    // Six characters with two blanks before and one behind.
    expect(rows[0]?.trigrams).toHaveLength(7);
  });
});
