import { sql, type Transaction } from 'kysely';
import type { DatabaseLogin } from './connect.ts';
import { listen } from './listen.ts';
import type { Schema } from './schema.ts';

const CHANNEL = 'published';

/** Tells every server that public pages changed; PostgreSQL sends it when, and only when, the transaction commits. */
export async function announcePublication(transaction: Transaction<Schema>): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, '')`.execute(transaction);
}

/**
 * Calls `onChange` at each announcement, and after each break of the connection, in which one may have been missed.
 *
 * @returns how to stop listening
 */
export async function listenForPublications(
  login: DatabaseLogin,
  onChange: () => void,
): Promise<() => Promise<void>> {
  return await listen(login, CHANNEL, {
    onNotification: onChange,
    onListening: onChange,
    onBroken: onChange,
  });
}
