import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** Whether the first administrator can still be made by the address that the start printed. */
export async function isSetUpOpen(database: Kysely<Schema>, at: Date): Promise<boolean> {
  const link = await database
    .selectFrom('one_time_link')
    .select('token_sha256')
    .where('purpose', '=', 'setUp')
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('account').select('account_id'))))
    .executeTakeFirst();
  return link !== undefined;
}
