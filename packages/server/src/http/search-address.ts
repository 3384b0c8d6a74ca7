import { VALIDITIES } from '@zhaoshi/domain/disclosure/validity/validity';
import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { GENRES } from '@zhaoshi/domain/search/published-thing';
import { PLACES, type SearchFilter } from '@zhaoshi/domain/search/question';
import { LONGEST_QUERY } from '@zhaoshi/portal/layout';
import { SEARCH } from '@zhaoshi/portal/paths';
import { type PublishedDatabase, publishedOrgan, publishedRegions } from '../db/queries/published.ts';
import type { Hit, ResultPosition } from '../db/queries/published-search.ts';

/** By what the address of a search narrows its results; names of regions and organs are those of their paths. */
export const NARROWINGS = ['region', 'organ', 'genre', 'category', 'validity', 'year', 'from', 'to'] as const;

export type Narrowing = (typeof NARROWINGS)[number];

/** What stands in the address of a search, unread. */
export type SearchAddress = Readonly<Partial<Record<Narrowing | 'q' | 'after', unknown>>>;

export type Narrowings = Readonly<Record<string, string>>;

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

const pick = (narrowings: Narrowings): Partial<Record<Narrowing, string>> => narrowings;

const keyIn = <K extends string>(
  names: Readonly<Record<K, unknown>>,
  text: string | undefined,
): K | undefined => Object.keys(names).find((name): name is K => name === text);

const dayOf = (text: string | undefined) => (text === undefined ? undefined : parseCivilDate(text));

/** Regions and organs by the names in their paths; an unknown one narrows nothing. */
async function placeOf(database: PublishedDatabase, narrowings: Narrowings) {
  const { region, organ } = pick(narrowings);
  const regions = await publishedRegions(database);
  const found = regions.find(({ slug }) => slug === region);
  if (region === undefined || found === undefined) return {};
  const owner = organ === undefined ? undefined : await publishedOrgan(database, region, organ);
  return owner === undefined
    ? { regionId: found.region_id }
    : { regionId: found.region_id, organId: owner.organ_id };
}

const yearOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^[0-9]{4}$/.test(text) ? Number(text) : undefined;

/** What the database is asked for beside the words; what cannot be read narrows nothing. */
export async function filterOf(database: PublishedDatabase, narrowings: Narrowings): Promise<SearchFilter> {
  const { category, ...asked } = pick(narrowings);
  const genre = keyIn(GENRES, asked.genre);
  const validity = keyIn(VALIDITIES, asked.validity);
  const [year, from, to] = [yearOf(asked.year), dayOf(asked.from), dayOf(asked.to)];
  return {
    ...(await placeOf(database, narrowings)),
    ...(genre === undefined ? {} : { genre }),
    ...(category === undefined ? {} : { category }),
    ...(validity === undefined ? {} : { validity }),
    ...(year === undefined ? {} : { year }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** Whether a day was written that is none. */
export const hasWrongDay = (narrowings: Narrowings): boolean =>
  [pick(narrowings).from, pick(narrowings).to].some(
    (text) => text !== undefined && parseCivilDate(text) === undefined,
  );

/** The address of a search; what narrows it to nothing else is left out. */
export function searchPath(query: string, narrowings: Narrowings, after?: Hit): string {
  const cursor = after === undefined ? {} : { after: cursorOf(after) };
  return `${SEARCH}?${new URLSearchParams({ q: query, ...narrowings, ...cursor }).toString()}`;
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
