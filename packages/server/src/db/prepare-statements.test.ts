import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { connectDatabase, type DatabaseLogin } from './connect.ts';
import { KEPT_PLAN } from './prepare-statements.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

/** The texts whose plans one connection of a login keeps after it was asked something with and without the mark. */
async function kept(login: DatabaseLogin): Promise<readonly string[]> {
  const database: Kysely<object> = connectDatabase<object>(login, 1, () => {});
  await sql`select ${1}::integer as plain`.execute(database);
  await sql`select ${KEPT_PLAN} ${1}::integer as marked`.execute(database);
  await sql`select ${KEPT_PLAN} ${2}::integer as marked`.execute(database);
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
    database,
  );
  await database.destroy();
  return rows.map(({ statement }) => statement);
}

describe('plans are kept', () => {
  it('of what comes with every call only, where questions are many', async () => {
    expect(await kept(test.logins.server)).toEqual(['select /* kept plan */ $1::integer as marked']);
  });

  it('of all that the portal asks', async () => {
    expect(await kept(test.logins.portal)).toEqual(
      expect.arrayContaining(['select $1::integer as plain', 'select /* kept plan */ $1::integer as marked']),
    );
  });
});
