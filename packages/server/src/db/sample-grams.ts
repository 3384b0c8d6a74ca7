import { LEAST_SHARE } from '@zhaoshi/domain/search/choose-grams';
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** With fewer entries every list of the index is short. */
export const LEAST_ENTRIES = 20_000;
/** So many entries show a gram of the least share about eight times. */
const SAMPLED = 8000;
/** The sample is taken anew when there are so many times more entries, or fewer. */
const GROWTH = 1.2;

/** Whether the last sample tells too little of what there is now. */
async function isDue(database: Kysely<Schema>, entries: number): Promise<boolean> {
  const last = await database.selectFrom('search_sample').select('entries').executeTakeFirst();
  return last === undefined || entries > last.entries * GROWTH || entries < last.entries / GROWTH;
}

/**
 * Counts in a sample of the entries how frequent grams are, so that the search asks the index for the rare ones. Nothing
 * but the time that a search takes depends on it. Does nothing while the last sample still tells enough.
 *
 * @param leastEntries with fewer entries none is taken
 * @returns whether a sample was taken
 */
export async function sampleGrams(
  database: Kysely<Schema>,
  leastEntries: number = LEAST_ENTRIES,
): Promise<boolean> {
  const { entries } = await database
    .selectFrom('search_entry')
    .select(({ fn }) => fn.countAll<number>().as('entries'))
    .executeTakeFirstOrThrow();
  if (entries < leastEntries || !(await isDue(database, entries))) return false;
  const percent = Math.min(100, (100 * SAMPLED) / entries);
  await database.transaction().execute(async (transaction) => {
    await sql`set local work_mem = '64MB'`.execute(transaction);
    await transaction.deleteFrom('search_gram').execute();
    await transaction.deleteFrom('search_sample').execute();
    await sql`with taken as materialized (
        select grams from search_entry tablesample bernoulli (${percent}::real)
      ), total as (select count(*) as entries from taken)
      insert into search_gram (gram, entries)
      select gram, ceil(count(*) * ${entries}::float8 / (select entries from total))
      from taken, unnest(grams) as gram
      group by gram having count(*) > ${LEAST_SHARE}::float8 * (select entries from total)`.execute(
      transaction,
    );
    await transaction.insertInto('search_sample').values({ entries, taken_at: sql<Date>`now()` }).execute();
  });
  return true;
}
