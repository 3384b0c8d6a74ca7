import { civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { askQuestion, isLongEnough, PLACES } from '@zhaoshi/domain/search/question';
import { markWords, snippetOf } from '@zhaoshi/domain/search/snippet';
import { LONGEST_QUERY } from '@zhaoshi/portal/layout';
import { organPath, SEARCH } from '@zhaoshi/portal/paths';
import type { SearchPage } from '@zhaoshi/portal/view-models';
import type { PublishedDatabase } from '../db/queries/published.ts';
import {
  type Hit,
  type ResultPosition,
  searchOrgans,
  searchPublished,
} from '../db/queries/published-search.ts';

const PAGE_LENGTH = 20;
const MOST_ORGANS = 10;
const SNIPPET = 120;

const CURSOR = /^([a-z]+)-([0-9]{1,14})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where the next page begins, as it stands in an address; anything else begins at the front. */
function readCursor(text: unknown): ResultPosition | null {
  const found = typeof text === 'string' ? CURSOR.exec(text) : null;
  const place = PLACES.find((name) => name === found?.[1]);
  if (found === null || place === undefined) return null;
  return { place, publishedAt: new Date(Number(found[2])), entryId: found[3] ?? '' };
}

const cursorOf = ({ place, entry }: Hit): string =>
  `${place}-${entry.published_at.getTime()}-${entry.entry_id}`;

/** The question as one line, cut to what is searched; a lone half of a character would break the page. */
function readQuery(text: unknown): string {
  if (typeof text !== 'string') return '';
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return Array.from(line).slice(0, LONGEST_QUERY).join('');
}

function nextPath(query: string, last: Hit): string {
  return `${SEARCH}?${new URLSearchParams({ q: query, after: cursorOf(last) }).toString()}`;
}

const NOTHING_ASKED = '请在上方输入要找的词，可以是标题、机关名称、正文中的词或者年份、文号。';
const TOO_SHORT = '请至少输入两个字。';
const TOO_SLOW = '检索的词过于宽泛，没有在规定时间内查完。请再加一个词，或者换用较长的词。';

/**
 * Answers a question to the search page. Reads the published views alone, so that what is not public can be neither
 * found nor guessed from what is missing.
 */
export async function answerSearch(
  published: PublishedDatabase,
  asked: { readonly q?: unknown; readonly after?: unknown },
): Promise<SearchPage> {
  const query = readQuery(asked.q);
  const position = readCursor(asked.after);
  const question = askQuestion(query, {});
  const { terms } = question;
  const page = { query, message: null, organs: [], hits: [], next: null, continued: position !== null };
  if (terms.length === 0) return { ...page, message: NOTHING_ASKED };
  if (!isLongEnough(question)) return { ...page, message: TOO_SHORT };
  const [found, organs] = await Promise.all([
    searchPublished(published, question, position, PAGE_LENGTH + 1),
    position === null ? searchOrgans(published, terms, MOST_ORGANS) : [],
  ]);
  if (found === null) return { ...page, message: TOO_SLOW };
  const shown = found.hits.slice(0, PAGE_LENGTH);
  const last = shown.at(-1);
  return {
    ...page,
    organs: organs.map(({ name, organ_slug, region_slug, region_name, ended_on }) => ({
      name: markWords(name, terms),
      path: organPath(region_slug, organ_slug),
      regionName: region_name,
      hasEnded: ended_on !== null,
    })),
    hits: shown.map(({ entry: { title, body, path, organ_name, published_at } }) => ({
      title: markWords(title, terms),
      snippet: snippetOf(body, terms, SNIPPET),
      path,
      organName: organ_name,
      publishedAt: civilMinuteAt(published_at),
    })),
    next: found.hits.length > PAGE_LENGTH && last !== undefined ? nextPath(query, last) : null,
  };
}
