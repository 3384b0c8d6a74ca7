import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';

/** Lets one transaction of a name go on at a time, until it ends: what it counts, no other one adds to meanwhile. */
export async function oneAtATime(transaction: Transaction<Schema>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 1))`.execute(transaction);
}
