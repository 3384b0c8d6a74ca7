import type { Kysely } from 'kysely';
import type { Schema } from '../../db/schema.ts';

/** Whether nothing has been set up yet: neither the demonstration nor a real region. */
export async function isEmpty(database: Kysely<Schema>): Promise<boolean> {
  const region = await database.selectFrom('region').select('region_id').limit(1).executeTakeFirst();
  return region === undefined;
}
