import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** A person's views of the register, by name. */
export async function savedViewsOf(database: Kysely<Schema>, accountId: string) {
  return await database
    .selectFrom('saved_view')
    .select(['view_id', 'name', 'filter'])
    .where('account_id', '=', accountId)
    .orderBy('name')
    .orderBy('view_id')
    .execute();
}

export type SavedViewRow = Awaited<ReturnType<typeof savedViewsOf>>[number];
