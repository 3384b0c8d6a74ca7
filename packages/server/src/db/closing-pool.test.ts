import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { createJobsDatabase } from '../jobs/jobs-database.ts';
import { connectDatabase } from './connect.ts';
import type { Schema } from './schema.ts';

const CONNECTIONS = 10;

let test: TestDatabase;
let observer: Client;
beforeAll(async () => {
  test = await createTestDatabase();
  observer = new Client(test.logins.owner);
  await observer.connect();
});
afterAll(async () => {
  await observer.end();
  await test.drop();
});

const options = (name: string): { readonly options: string } => ({ options: `-c application_name=${name}` });

const open = async (name: string): Promise<number> => {
  const text = 'select pid from pg_stat_activity where application_name = $1';
  return (await observer.query(text, [name])).rows.length;
};

const ignore = (): void => {};
const all = <T>(make: () => Promise<T>): Promise<readonly T[]> =>
  Promise.all(Array.from({ length: CONNECTIONS }, make));

// A connection that is still there when the database stops is told so, and that stood in the log as a fault.
describe('a pool that was closed has no connection left', () => {
  it('of the application', async () => {
    const login = { ...test.logins.server, ...options('pool-of-application') };
    const database = connectDatabase<Schema>(login, CONNECTIONS, ignore);
    await all(() => database.selectFrom('region').select('region_id').execute());
    expect(await open('pool-of-application')).toBe(CONNECTIONS);
    await database.destroy();
    expect(await open('pool-of-application')).toBe(0);
  });

  it('of the jobs', async () => {
    const login = { ...test.logins.server, ...options('pool-of-jobs'), max: CONNECTIONS };
    const { db, close } = createJobsDatabase(login, ignore);
    await all(() => db.executeSql('select pg_sleep(0.1)', []));
    expect(await open('pool-of-jobs')).toBe(CONNECTIONS);
    await close();
    expect(await open('pool-of-jobs')).toBe(0);
  });
});
