import { sql, type Transaction } from 'kysely';
import type { DatabaseLogin } from './connect.ts';
import { listen } from './listen.ts';
import type { Schema } from './schema.ts';

const CHANNEL = 'published';

/** PostgreSQL takes payloads of less than 8000 bytes. */
const LONGEST_PAYLOAD = 7900;

/**
 * What changed: the paths of the documents, organs and regions whose pages show it; `null`: perhaps everything, as
 * after a change of an organ's name or of the frame of all pages.
 */
export type ChangedKeys = readonly string[] | null;

/** Tells every server that public pages changed; PostgreSQL sends it when, and only when, the transaction commits. */
export async function announcePublication(
  transaction: Transaction<Schema>,
  keys: ChangedKeys = null,
): Promise<void> {
  const payload = (keys ?? []).join(' ');
  await sql`select pg_notify(${CHANNEL}, ${payload.length > LONGEST_PAYLOAD ? '' : payload})`.execute(
    transaction,
  );
}

/**
 * Calls `onChange` at each announcement, and after each break of the connection, in which one may have been missed.
 *
 * @returns how to stop listening
 */
export async function listenForPublications(
  login: DatabaseLogin,
  onChange: (keys: ChangedKeys) => void,
): Promise<() => Promise<void>> {
  return await listen(login, CHANNEL, {
    onNotification: (payload) => onChange(payload === '' ? null : payload.split(' ')),
    onListening: () => onChange(null),
    onBroken: () => onChange(null),
  });
}
