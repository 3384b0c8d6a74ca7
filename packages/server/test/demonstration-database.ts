import { Client } from 'pg';
import { inject } from 'vitest';
import { loadDemonstration } from '../src/use-cases/demonstration/load-demonstration.ts';
import { asOwner, cloneOf, createTestDatabase, type TestDatabase } from './test-database.ts';

/** Loads the demonstration where no test has done so yet. Not kept under its name before it is whole. */
async function loadOnce(name: string): Promise<void> {
  const client = new Client({ ...inject('databases').owner });
  await client.connect();
  try {
    // Held until this connection ends: other workers wait for the one that loads.
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount !== 0) return;
    const loading = await createTestDatabase();
    await loadDemonstration(loading.context);
    await Promise.all([loading.owner.destroy(), loading.server.destroy(), loading.portal.destroy()]);
    await asOwner(`alter database ${loading.logins.owner.database} rename to ${name}`);
  } finally {
    await client.end();
  }
}

/** A database of its own with the demonstration in it, which is loaded once in a run and then cloned. */
export async function createDemonstrationDatabase(): Promise<TestDatabase> {
  const name = `${inject('databases').template}_demonstration`;
  await loadOnce(name);
  return await cloneOf(name);
}
