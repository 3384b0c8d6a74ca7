import { bigramNumber } from '@zhaoshi/domain/search/fold';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import { likePattern } from '../like-pattern.ts';
import type { PublishedSchema } from '../schema.ts';
import type { PublishedDatabase } from './published.ts';

export interface FoundEntry {
  readonly entry_id: string;
  readonly title: string;
  readonly body: string;
  readonly path: string;
  readonly published_at: Date;
  readonly organ_name: string;
}

/** The last entry of the page before; the next page begins after it. */
export interface SearchPosition {
  readonly publishedAt: Date;
  readonly entryId: string;
}

/** PostgreSQL's code for a statement that took longer than it may. */
const CANCELLED = '57014';

const LONGEST_MS = 2000;

const contains = (term: string): RawBuilder<boolean> => sql`folded like ${likePattern(term)}`;

/** Words of two characters by their pair first: no trigram can find them. */
function condition(term: string): RawBuilder<boolean> {
  if (Array.from(term).length !== 2) return contains(term);
  return sql`(bigrams @> array[${bigramNumber(term)}]::integer[] and ${contains(term)})`;
}

const all = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  sql`${sql.join(conditions, sql` and `)}`;

const before = (position: SearchPosition | null): RawBuilder<boolean> =>
  position === null
    ? sql`true`
    : sql`(published_at, entry_id) < (${position.publishedAt}, ${position.entryId}::uuid)`;

/** How many of the newest entries are looked at first. A word of more than 2 % of all texts fills a page from them. */
const WINDOW = 1000;

type Keys = readonly { readonly region_id: string; readonly entry_id: string }[];

/** Frequent words: among the newest entries there is a page of them, and nothing older need be read. */
async function amongNewest(
  transaction: Transaction<PublishedSchema>,
  terms: readonly string[],
  position: SearchPosition | null,
  limit: number,
): Promise<Keys> {
  const { rows } = await sql<Keys[number]>`
    select region_id, entry_id from (
      select region_id, entry_id, published_at, folded from published.search_entry
      where ${before(position)} order by published_at desc, entry_id desc limit ${WINDOW}
    ) newest where ${all(terms.map(contains))}
    order by published_at desc, entry_id desc limit ${limit}`.execute(transaction);
  return rows;
}

/** Rare words: the indexes know all places where they stand, which are few enough to be sorted. */
async function throughIndex(
  transaction: Transaction<PublishedSchema>,
  terms: readonly string[],
  position: SearchPosition | null,
  limit: number,
): Promise<Keys> {
  // The planner takes a word for more frequent than it is and would read the whole table in order.
  await sql`set local enable_seqscan = off`.execute(transaction);
  const { rows } = await sql<Keys[number]>`
    with hits as materialized (
      select region_id, entry_id, published_at from published.search_entry where ${all(terms.map(condition))}
    )
    select region_id, entry_id from hits where ${before(position)}
    order by published_at desc, entry_id desc limit ${limit}`.execute(transaction);
  return rows;
}

async function entriesOf(
  transaction: Transaction<PublishedSchema>,
  keys: Keys,
): Promise<readonly FoundEntry[]> {
  if (keys.length === 0) return [];
  return await transaction
    .selectFrom('published.search_entry as entry')
    .innerJoin('published.organ_record as organ', (join) =>
      join.onRef('organ.region_id', '=', 'entry.region_id').onRef('organ.organ_id', '=', 'entry.organ_id'),
    )
    .select(['entry.entry_id', 'entry.title', 'entry.body', 'entry.path', 'entry.published_at'])
    .select('organ.name as organ_name')
    .where(
      'entry.entry_id',
      'in',
      keys.map(({ entry_id }) => entry_id),
    )
    .where(
      'entry.region_id',
      'in',
      keys.map(({ region_id }) => region_id),
    )
    .orderBy('entry.published_at', 'desc')
    .orderBy('entry.entry_id', 'desc')
    .execute();
}

/**
 * Published things whose title, numbers or text hold all the words, the newest first.
 *
 * @param terms folded words, at least one of two or more characters
 * @returns `null` when the question takes too long to answer
 */
export async function searchPublished(
  database: PublishedDatabase,
  terms: readonly string[],
  position: SearchPosition | null,
  limit: number,
): Promise<readonly FoundEntry[] | null> {
  try {
    return await database.transaction().execute(async (transaction) => {
      await sql`set local statement_timeout = ${sql.lit(LONGEST_MS)}`.execute(transaction);
      const newest = await amongNewest(transaction, terms, position, limit);
      const keys = newest.length === limit ? newest : await throughIndex(transaction, terms, position, limit);
      return await entriesOf(transaction, keys);
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === CANCELLED) return null;
    throw error;
  }
}

/** Organs whose names hold all the words; those that have ended stand behind the others. */
export async function searchOrgans(database: PublishedDatabase, terms: readonly string[], limit: number) {
  let found = database
    .selectFrom('published.organ_record as organ')
    .innerJoin('published.region as region', 'region.region_id', 'organ.region_id')
    .select([
      'organ.name',
      'organ.ended_on',
      'organ.slug as organ_slug',
      'region.slug as region_slug',
      'region.name as region_name',
    ])
    .orderBy('organ.ended_on', (order) => order.desc().nullsFirst())
    .orderBy('organ.level')
    .orderBy('region.slug')
    .orderBy('organ.slug')
    .limit(limit);
  for (const term of terms) {
    found = found.where(sql<boolean>`lower(normalize(organ.name, NFKC)) like ${likePattern(term)}`);
  }
  return await found.execute();
}
