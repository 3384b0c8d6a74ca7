import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { connectDatabase } from './connect.ts';
import type { Schema } from './schema.ts';
import { verifyAudit } from './verify-audit.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(() => test.drop());

/** Ends every connection of the server's role, as a restart of the database or a broken network does. */
async function cutConnections(): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = 'zhaoshi_server'`.execute(test.owner);
}

describe('a connection that is lost', () => {
  it.each([
    ['between two statements', 0],
    ['during a statement', 100],
  ])('in a transaction, %s: rejects, leaves nothing, and the next one works', async (_, seconds) => {
    const lost: Error[] = [];
    const database = connectDatabase<Schema>(test.logins.server, 2, (error) => lost.push(error));
    const before = await sql<{ rows: number }>`select count(*) as rows from region`.execute(database);
    const insert = database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('region')
        .values({
          region_id: crypto.randomUUID(),
          parent_id: null,
          slug: `lost-${seconds}`,
          name: '失联县',
          level: 'county',
          is_demonstration: true,
        })
        .execute();
      if (seconds === 0) {
        await cutConnections();
        // The word comes in while no statement is under way.
        await expect.poll(() => lost.length, { timeout: 60_000 }).toBeGreaterThan(0);
      } else {
        setTimeout(() => void cutConnections(), 300);
      }
      await sql`select pg_sleep(${seconds})`.execute(transaction);
    });
    await expect(insert).rejects.toThrow(/terminat|not queryable|closed/);
    const after = await sql<{ rows: number }>`select count(*) as rows from region`.execute(database);
    expect(after.rows).toEqual(before.rows);
    expect(lost.length).toBeGreaterThan(0);
    expect(await verifyAudit(database)).toMatchObject({ intact: true });
    await database.destroy();
  });
});
