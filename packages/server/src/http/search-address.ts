import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { PLACES } from '@zhaoshi/domain/search/question';
import { LONGEST_QUERY } from '@zhaoshi/portal/layout';
import { searchPathOf } from '@zhaoshi/portal/paths';
import type { Hit, ResultPosition } from '../db/queries/published-search.ts';
import { NARROWINGS, type Narrowing } from '../db/queries/search/narrowings.ts';
import type { Narrowings } from '../db/schema/narrowings.ts';

/** What stands in the address of a search, unread. */
export type SearchAddress = Readonly<Partial<Record<Narrowing | 'q' | 'after', unknown>>>;

/** One line, cut to what is searched; a lone half of a character would break the page. */
function lineOf(text: unknown): string {
  if (typeof text !== 'string') return '';
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return Array.from(line).slice(0, LONGEST_QUERY).join('');
}

/** The words that are asked, without what an address may hold beside them. */
export const queryOf = ({ q }: SearchAddress): string => lineOf(q);

/** What is narrowed, as it is written; empty fields of the form narrow nothing. */
export function narrowingsOf(address: SearchAddress): Narrowings {
  const named = NARROWINGS.map((name) => [name, lineOf(address[name])] as const);
  return Object.fromEntries(named.filter(([, value]) => value !== ''));
}

/** Whether a day was written that is none. */
export const hasWrongDay = (narrowings: Narrowings): boolean =>
  [narrowings['from'], narrowings['to']].some(
    (text) => text !== undefined && parseCivilDate(text) === undefined,
  );

/** The address of a search; what narrows it to nothing else is left out. */
export function searchPath(query: string, narrowings: Narrowings, after?: Hit): string {
  const cursor = after === undefined ? {} : { after: cursorOf(after) };
  return searchPathOf({ q: query, ...narrowings, ...cursor });
}

const CURSOR = /^([a-z]+)-([0-9]{1,14})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where the next page begins, as it stands in an address; anything else begins at the front. */
export function positionOf({ after }: SearchAddress): ResultPosition | null {
  const found = typeof after === 'string' ? CURSOR.exec(after) : null;
  const place = PLACES.find((name) => name === found?.[1]);
  if (found === null || place === undefined) return null;
  return { place, publishedAt: new Date(Number(found[2])), entryId: found[3] ?? '' };
}

const cursorOf = ({ place, entry }: Hit): string =>
  `${place}-${entry.published_at.getTime()}-${entry.entry_id}`;
