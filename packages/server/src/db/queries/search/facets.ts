import { chooseGrams } from '@zhaoshi/domain/search/choose-grams';
import { gramGroups, placeOf } from '@zhaoshi/domain/search/question';
import { sql } from 'kysely';
import { candidatesIn, hitsIn, type IndexQuestion, type Window } from './candidates.ts';
import { entriesOf, type FoundEntry, textsOf } from './entries.ts';
import type { Search } from './prepare-search.ts';

/** Hits beyond these are not counted: nobody reads so many, and the page is not to wait for them. */
export const MOST_COUNTED = 2_000;
/** As many texts are compared; counts of more rest on what the index takes for hits, which may be a few too many. */
const MOST_COMPARED = 100;

export const FACETS = ['genre', 'region', 'organ', 'category', 'validity', 'year'] as const;

export type Facet = (typeof FACETS)[number];

/** How many hits have a value of a facet. */
export interface FacetCount {
  readonly facet: Facet;
  /** As it is stored; ids of regions and organs. */
  readonly value: string;
  readonly count: number;
}

export interface FacetCounts {
  /** At most `MOST_COUNTED`. */
  readonly total: number;
  /** Whether there are more; then the newest are counted. */
  readonly isMore: boolean;
  readonly isExact: boolean;
  /** The most frequent first. */
  readonly counts: readonly FacetCount[];
}

const WHOLE: Window = { since: null, until: null };

const TRIED_MONTHS = 2;

/** How many there are likely to be in a month, by the newest ones. */
async function monthlyCount<S>({ transaction, span }: Search<S>, index: IndexQuestion): Promise<number> {
  const tried: Window = { since: span.newest - TRIED_MONTHS + 1, until: null };
  return (await candidatesIn(transaction, index, tried, null, 1)).count / TRIED_MONTHS;
}

const valueOf: Readonly<Record<Facet, (entry: FoundEntry) => string | null>> = {
  genre: ({ genre }) => genre,
  region: ({ region_id }) => region_id,
  organ: ({ organ_id }) => organ_id,
  category: ({ subject_category }) => subject_category,
  validity: ({ validity }) => validity,
  year: ({ published_year }) => String(published_year),
};

function countValues(entries: readonly FoundEntry[]): readonly FacetCount[] {
  return FACETS.flatMap((facet) => {
    const values = entries.map(valueOf[facet]).filter((value) => value !== null);
    return [...Map.groupBy(values, (value) => value)].map(([value, { length }]) => ({
      facet,
      value,
      count: length,
    }));
  }).toSorted((a, b) => b.count - a.count);
}

/** Compares each text; `null` when they are too many for that. */
async function countExactly<S>(search: Search<S>, index: IndexQuestion): Promise<FacetCounts | null> {
  const { keys } = await candidatesIn(search.transaction, index, WHOLE, null, MOST_COMPARED + 1);
  if (keys.length > MOST_COMPARED) return null;
  const entries = await entriesOf(search.transaction, keys);
  const hits = entries.filter((entry) => placeOf(search.question, textsOf(entry)) !== null);
  return { total: hits.length, isMore: false, isExact: true, counts: countValues(hits) };
}

type CountRow = { readonly facet: Facet | 'total'; readonly value: string | null; readonly count: number };

async function countByIndex<S>(
  { transaction }: Search<S>,
  index: IndexQuestion,
  window: Window,
): Promise<FacetCounts> {
  const { rows } = await sql<CountRow>`${hitsIn(index, window)},
    counted as (select * from hits order by published_at desc limit ${MOST_COUNTED + 1})
    select
      case grouping(genre, region_id, organ_id, subject_category, validity, published_year)
        when 31 then 'genre' when 47 then 'region' when 55 then 'organ' when 59 then 'category'
        when 61 then 'validity' when 62 then 'year' else 'total' end as facet,
      coalesce(genre, region_id::text, organ_id::text, subject_category, validity, published_year::text) as value,
      count(*)::integer as count
    from counted
    group by grouping sets ((), (genre), (region_id), (organ_id), (subject_category), (validity), (published_year))
    order by count(*) desc`.execute(transaction);
  const total = rows.find(({ facet }) => facet === 'total')?.count ?? 0;
  return {
    total: Math.min(total, MOST_COUNTED),
    isMore: total > MOST_COUNTED,
    isExact: false,
    counts: rows.flatMap(({ facet, value, count }) =>
      facet === 'total' || value === null ? [] : [{ facet, value, count }],
    ),
  };
}

/** How many answer a question, and how they are spread over what results can be narrowed by. */
export async function countFacets<S>(search: Search<S>): Promise<FacetCounts> {
  const { question, span, counts } = search;
  const groups = gramGroups(question, 'text');
  const indexOf = (grams: readonly number[]): IndexQuestion => ({
    grams,
    filter: question.filter,
    newest: span.newest,
  });
  const chosen = chooseGrams(groups, counts, { readsTexts: true, wanted: MOST_COMPARED });
  // Counted by the index alone, each gram tells.
  const index = indexOf(chooseGrams(groups, null, { readsTexts: true, wanted: 0 }).grams);
  if (chosen.candidates <= MOST_COMPARED) {
    const exact = await countExactly(search, indexOf(chosen.grams));
    if (exact !== null) return exact;
  }
  const monthly = await monthlyCount(search, index);
  const likely = monthly * (span.newest - span.oldest + 1);
  const exact = likely <= 2 * MOST_COMPARED ? await countExactly(search, index) : null;
  if (exact !== null) return exact;
  const since = span.newest - Math.ceil((1.3 * MOST_COUNTED) / monthly);
  return await countByIndex(search, index, likely < 2 * MOST_COUNTED ? WHOLE : { since, until: null });
}
