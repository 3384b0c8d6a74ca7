import { sql, type Transaction } from 'kysely';
import { Client } from 'pg';
import type { DatabaseLogin } from './connect.ts';
import type { Schema } from './schema.ts';

const CHANNEL = 'published';

/** Tells every server that public pages changed; PostgreSQL sends it when, and only when, the transaction commits. */
export async function announcePublication(transaction: Transaction<Schema>): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, '')`.execute(transaction);
}

const RECONNECT_MS = 1000;

/**
 * Calls `onChange` at each announcement, and after each break of the connection, in which one may have been missed.
 *
 * @returns how to stop listening
 */
export async function listenForPublications(
  login: DatabaseLogin,
  onChange: () => void,
): Promise<() => Promise<void>> {
  let current: Client | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const client = new Client({ ...login, keepAlive: true });
    current = client;
    client.on('notification', onChange);
    client.on('error', () => {});
    client.on('end', again);
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    onChange();
  }

  function again(): void {
    clearTimeout(retry);
    if (stopped) return;
    onChange();
    retry = setTimeout(() => {
      connect().catch(again);
    }, RECONNECT_MS);
  }

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await current?.end();
  };
}
