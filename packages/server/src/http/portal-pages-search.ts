import { VALIDITIES } from '@zhaoshi/domain/disclosure/validity/validity';
import { civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { GENRES } from '@zhaoshi/domain/search/published-thing';
import { askQuestion, isLongEnough, type SearchQuestion } from '@zhaoshi/domain/search/question';
import { markWords, snippetOf } from '@zhaoshi/domain/search/snippet';
import { organPath } from '@zhaoshi/portal/paths';
import type { OrganHit, SearchHit, SearchPage } from '@zhaoshi/portal/view-models';
import type { PublishedDatabase } from '../db/queries/published.ts';
import {
  countPublished,
  type Hit,
  type ResultPosition,
  type SearchResult,
  searchOrgans,
  searchPublished,
} from '../db/queries/published-search.ts';
import type { FacetCounts } from '../db/queries/search/facets.ts';
import { filterOf } from '../db/queries/search/narrowings.ts';
import type { Narrowings } from '../db/schema/narrowings.ts';
import {
  hasWrongDay,
  narrowingsOf,
  positionOf,
  queryOf,
  type SearchAddress,
  searchPath,
} from './search-address.ts';
import { presentFacets, totalWords } from './search-facets.ts';
import { findNearest } from './search-nearest.ts';

const PAGE_LENGTH = 20;
const MOST_ORGANS = 10;
const SNIPPET = 120;

const NOTHING_ASKED = '请在上方输入要找的词，可以是标题、机关名称、正文中的词或者年份、文号、索引号。';
const TOO_SHORT = '请至少输入两个字。';
const TOO_SLOW = '检索的词过于宽泛，没有在规定时间内查完。请再加一个词，或者换用较长的词。';
const CUT = '没有在规定时间内查完，以下是已经查到的部分。再加一个词可以查得更全。';
const WRONG_DAY = '日期没有读懂，没有按日期筛选。请写成 2026-01-31 的样子。';
const REVERSED_DAYS = '起始日期在截止日期之后，请核对。';

/** A page without results: nothing asked, too many people. */
export const emptySearch = (query: string, message: string): SearchPage => ({
  query,
  message,
  notice: null,
  organs: [],
  hits: [],
  total: null,
  facets: [],
  narrowings: {},
  nearest: [],
  next: null,
  continued: false,
});

const organHitsOf = (
  organs: Awaited<ReturnType<typeof searchOrgans>>,
  terms: readonly string[],
): readonly OrganHit[] =>
  organs.map(({ name, organ_slug, region_slug, region_name, ended_on }) => ({
    name: markWords(name, terms),
    path: organPath(region_slug, organ_slug),
    regionName: region_name,
    hasEnded: ended_on !== null,
  }));

function hitOf({ entry }: Hit, terms: readonly string[]): SearchHit {
  const about = [
    ['文号', entry.document_number],
    ['索引号', entry.index_number],
    ['有效性', entry.validity && VALIDITIES[entry.validity]],
  ] as const;
  return {
    title: markWords(entry.title, terms),
    snippet: snippetOf(entry.body, terms, SNIPPET),
    path: entry.path,
    organName: entry.organ_name,
    genre: GENRES[entry.genre],
    about: about.flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    publishedAt: civilMinuteAt(entry.published_at),
  };
}

function resultsOf(
  { hits, isCut }: SearchResult,
  terms: readonly string[],
  query: string,
  narrowings: Narrowings,
): Pick<SearchPage, 'hits' | 'next' | 'notice'> {
  const shown = hits.slice(0, PAGE_LENGTH);
  const last = shown.at(-1);
  return {
    hits: shown.map((hit) => hitOf(hit, terms)),
    next: hits.length > PAGE_LENGTH && last !== undefined ? searchPath(query, narrowings, last) : null,
    notice: isCut ? CUT : dayNotice(narrowings),
  };
}

function dayNotice(narrowings: Narrowings): string | null {
  if (hasWrongDay(narrowings)) return WRONG_DAY;
  const { from, to } = narrowings;
  return from !== undefined && to !== undefined && from > to ? REVERSED_DAYS : null;
}

/** What is said instead of asking; `null` for what can be asked. */
function refuse(question: SearchQuestion): string | null {
  if (question.terms.length === 0) return NOTHING_ASKED;
  return isLongEnough(question) ? null : TOO_SHORT;
}

/**
 * Answers a question with a page of results. Reads the published views alone, so that what is not public can be
 * neither found nor guessed from what is missing.
 */
export async function answerSearch(
  published: PublishedDatabase,
  address: SearchAddress,
): Promise<SearchPage> {
  const query = queryOf(address);
  const narrowings = narrowingsOf(address);
  const question = askQuestion(query, {});
  const { terms } = question;
  const message = refuse(question);
  if (message !== null) return { ...emptySearch(query, message), narrowings };
  const position: ResultPosition | null = positionOf(address);
  const filter = await filterOf(published, narrowings);
  const [found, organs] = await Promise.all([
    searchPublished(published, { ...question, filter }, position, PAGE_LENGTH + 1),
    position === null ? searchOrgans(published, terms, MOST_ORGANS) : [],
  ]);
  const page = { ...emptySearch(query, ''), message: null, narrowings, continued: position !== null };
  if (found === null) return { ...page, message: TOO_SLOW };
  return { ...page, organs: organHitsOf(organs, terms), ...resultsOf(found, terms, query, narrowings) };
}

/** Counted beside the results, not after them. */
async function countsOf(published: PublishedDatabase, address: SearchAddress): Promise<FacetCounts | null> {
  const filter = await filterOf(published, narrowingsOf(address));
  return await countPublished(published, askQuestion(queryOf(address), filter));
}

/**
 * The page of results with what they can be narrowed by and how many they are; without any, with the nearest
 * questions that have answers.
 */
export async function answerSearchPage(
  published: PublishedDatabase,
  address: SearchAddress,
): Promise<SearchPage> {
  const [page, counts] = await Promise.all([answerSearch(published, address), countsOf(published, address)]);
  if (page.message !== null) return page;
  if (page.hits.length === 0 && !page.continued) {
    const filter = await filterOf(published, page.narrowings);
    const { terms } = askQuestion(page.query, filter);
    return { ...page, nearest: await findNearest(published, terms, filter, page.narrowings) };
  }
  if (counts === null) return page;
  const facets = await presentFacets(published, counts, page.query, page.narrowings);
  return { ...page, facets, total: totalWords(counts) };
}
