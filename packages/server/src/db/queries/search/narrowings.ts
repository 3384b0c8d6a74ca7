import { VALIDITIES } from '@zhaoshi/domain/disclosure/validity/validity';
import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { GENRES } from '@zhaoshi/domain/search/published-thing';
import type { SearchFilter } from '@zhaoshi/domain/search/question';
import type { Narrowings } from '../../schema/narrowings.ts';
import { type PublishedDatabase, publishedOrgan, publishedRegions } from '../published.ts';

/** By what the address of a search narrows its results; names of regions and organs are those of their paths. */
export const NARROWINGS = ['region', 'organ', 'genre', 'category', 'validity', 'year', 'from', 'to'] as const;

export type Narrowing = (typeof NARROWINGS)[number];

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
