import { type Kysely, sql } from 'kysely';
import type { PublishedSchema, Schema } from '../db/schema.ts';

/** Anyone may ask; the database is asked once in this time. */
const REMEMBERED_MS = 1000;

interface Databases {
  readonly database: Kysely<Schema>;
  readonly published: Kysely<PublishedSchema>;
}

/**
 * Whether the server can serve: both of its roles reach the database, and the database stands at exactly the version
 * of this program (a newer server beside this one may have brought it further).
 *
 * @param migrations the names that this program knows
 */
export function createReadiness(
  { database, published }: Databases,
  migrations: readonly string[],
  now: () => Date,
): () => Promise<boolean> {
  async function look(): Promise<boolean> {
    try {
      const [applied] = await Promise.all([
        database.selectFrom('migration').select('name').orderBy('name').execute(),
        sql`select 1`.execute(published),
      ]);
      return applied.map(({ name }) => name).join() === migrations.join();
    } catch {
      return false;
    }
  }
  let last: { readonly at: number; readonly answer: Promise<boolean> } | undefined;
  return async () => {
    const at = now().getTime();
    if (last === undefined || Math.abs(at - last.at) >= REMEMBERED_MS) last = { at, answer: look() };
    return await last.answer;
  };
}
