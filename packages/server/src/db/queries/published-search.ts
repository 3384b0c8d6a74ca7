import { isLongEnough, PLACES, type Place, type SearchQuestion } from '@zhaoshi/domain/search/question';
import { type Kysely, sql, type Transaction } from 'kysely';
import { likePattern } from '../like-pattern.ts';
import type { PublishedDatabase } from './published.ts';
import type { SearchPosition } from './search/candidates.ts';
import type { FoundEntry } from './search/entries.ts';
import { countFacets, type FacetCounts } from './search/facets.ts';
import { findInPlace } from './search/find-in-place.ts';
import { prepareSearch, type Search } from './search/prepare-search.ts';

/** Where a page of results begins: after the last one of the page before. */
export interface ResultPosition extends SearchPosition {
  readonly place: Place;
}

export interface Hit {
  readonly place: Place;
  readonly entry: FoundEntry;
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  /** Whether the search was given up before everything was looked through; there may be more, or others. */
  readonly isCut: boolean;
}

/** PostgreSQL's code for a statement that took longer than it may. */
const CANCELLED = '57014';

const LONGEST_MS = 2000;

const NOTHING: SearchResult = { hits: [], isCut: false };

/** @returns what the work gives; `null` when one of its statements took too long */
async function withinTime<S, T>(
  database: Kysely<S>,
  work: (transaction: Transaction<S>) => Promise<T>,
): Promise<T | null> {
  try {
    return await database.transaction().execute(work);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === CANCELLED) return null;
    throw error;
  }
}

async function findInPlaces<S>(
  search: Search<S>,
  position: ResultPosition | null,
  wanted: number,
): Promise<SearchResult> {
  const hits: Hit[] = [];
  let isCut = false;
  for (const place of PLACES.slice(position === null ? 0 : PLACES.indexOf(position.place))) {
    const after = position?.place === place ? position : null;
    const found = await findInPlace(search, place, after, wanted - hits.length);
    hits.push(...found.hits.map((entry) => ({ place, entry })));
    isCut ||= found.isCut;
    if (hits.length === wanted || isCut) break;
  }
  return { hits, isCut };
}

/**
 * Published things that hold all the words: the one with that number first, then those with the words in the title,
 * then the others, each the newest first.
 *
 * @param wanted the most hits
 * @param longestMs when to give up; readers are not kept waiting longer
 * @returns `null` when the question takes too long to answer
 */
export async function searchPublished<S>(
  database: Kysely<S>,
  question: SearchQuestion,
  position: ResultPosition | null,
  wanted: number,
  longestMs: number = LONGEST_MS,
): Promise<SearchResult | null> {
  if (!isLongEnough(question)) return NOTHING;
  return await withinTime(database, async (transaction) => {
    const search = await prepareSearch(transaction, question, longestMs);
    return search === null ? NOTHING : await findInPlaces(search, position, wanted);
  });
}

/** Published things with all the words in their titles, the newest first. */
export async function searchTitles<S>(
  database: Kysely<S>,
  question: SearchQuestion,
  wanted: number,
): Promise<readonly FoundEntry[]> {
  if (!isLongEnough(question)) return [];
  const found = await withinTime(database, async (transaction) => {
    const search = await prepareSearch(transaction, question, LONGEST_MS);
    return search && (await findInPlace(search, 'title', null, wanted)).hits;
  });
  return found ?? [];
}

/** Counts are beside the results: whoever waits for those does not wait much longer for these. */
const LONGEST_COUNT_MS = 500;

/** @returns `null` when they take too long to count */
export async function countPublished<S>(
  database: Kysely<S>,
  question: SearchQuestion,
): Promise<FacetCounts | null> {
  if (!isLongEnough(question)) return null;
  return await withinTime(database, async (transaction) => {
    const search = await prepareSearch(transaction, question, LONGEST_COUNT_MS);
    return search && (await countFacets(search));
  });
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
