import { sql, type Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';

const KEY = 7_202_609;

/** Until the transaction ends nobody loads a calendar: what is computed now is not behind it. */
export async function holdCalendars(transaction: Transaction<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${KEY})`.execute(transaction);
}

/** Waits for those who are computing deadlines, and keeps others from it until the calendar is loaded. */
export async function lockCalendars(transaction: Transaction<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${KEY})`.execute(transaction);
}
