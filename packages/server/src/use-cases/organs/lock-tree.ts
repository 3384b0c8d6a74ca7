import { sql, type Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';

/**
 * One change of the tree at a time: places are worked out from the place above, so two changes side by side could
 * leave an organ under a path that is no longer there. Reading and saving rows that name organs goes on.
 */
export async function lockTree(transaction: Transaction<Schema>): Promise<void> {
  await sql`lock table organ in share row exclusive mode`.execute(transaction);
}
