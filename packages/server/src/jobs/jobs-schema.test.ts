import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { getConstructionPlans, PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { JOB_NAMES } from './job-kinds.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe("pg-boss's schema", () => {
  it('stands in the migration as the installed version constructs it', async () => {
    const migration = await readFile(join(import.meta.dirname, '../db/migrations/0006-jobs.sql'), 'utf8');
    const [, embedded = ''] = /-- begin pg-boss\n([\s\S]*)-- end pg-boss/.exec(migration) ?? [];
    const plans = getConstructionPlans('pgboss');
    const statements = plans.slice(plans.indexOf('CREATE SCHEMA'), plans.lastIndexOf('COMMIT;'));
    expect(plain(embedded)).toBe(plain(statements));
  });

  it('is in the database as the library expects it, with the queues of this program', async () => {
    const boss = new PgBoss({
      ...(test.logins.owner as object),
      schema: 'pgboss',
      migrate: false,
      supervise: false,
      schedule: false,
    });
    await boss.start();
    const { ok, extraIndexes } = await boss.detectSchemaDrift();
    await boss.stop({ graceful: false });
    expect({ ok, extraIndexes }).toEqual({
      ok: true,
      extraIndexes: [{ name: 'zhaoshi_failed', table: 'job_common' }],
    });
    const { rows } = await sql<{ name: string }>`select name from pgboss.queue order by 1`.execute(
      test.server,
    );
    expect(rows.map(({ name }) => name)).toEqual([...JOB_NAMES].toSorted());
  });

  it.each([
    ['a table', 'create table pgboss.extra ()'],
    ['a change of a table', 'alter table pgboss.job_common add column extra text'],
    ['an emptied table', 'truncate pgboss.job'],
    ['a queue of its own', "insert into pgboss.queue select * from pgboss.queue where name = 'file.sweep'"],
    ['a queue less', 'delete from pgboss.queue'],
    ['a version', 'insert into pgboss.version (version) values (1)'],
  ])('refuses the server %s', async (_, statement) => {
    await expect(sql.raw(statement).execute(test.server)).rejects.toThrow(/permission denied|must be owner/);
  });
});
