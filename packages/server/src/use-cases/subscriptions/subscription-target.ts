import { VALIDITIES } from '@zhaoshi/domain/disclosure/validity/validity';
import { GENRES } from '@zhaoshi/domain/search/published-thing';
import { documentListPath, searchPathOf } from '@zhaoshi/portal/paths';
import { listByName } from '../../db/queries/document-list-names.ts';
import { type PublishedDatabase, publishedOrgan, publishedRegions } from '../../db/queries/published.ts';
import type { Narrowing } from '../../db/queries/search/narrowings.ts';
import type { Narrowings } from '../../db/schema/narrowings.ts';

/** What is subscribed to: all that an organ publishes, one list of its column, or a search. */
export interface SubscriptionTarget {
  /** Name of a list; empty for all that the organ publishes, and for a search. */
  readonly list: string;
  /** Words of a search; empty for a column. */
  readonly query: string;
  readonly narrowings: Narrowings;
}

/** The same for people. */
export interface ToldTarget {
  /** "东河县人民政府“统计”新公开的信息" */
  readonly words: string;
  /** Where it stands on the site. */
  readonly path: string;
}

const nameIn = (names: Readonly<Record<string, string>>, key: string | undefined): string | undefined =>
  key === undefined ? undefined : names[key];

/** What a search is narrowed to, as people call it; what cannot be read narrows nothing and is not said. */
async function narrowingWords(database: PublishedDatabase, narrowings: Narrowings): Promise<string> {
  const { region, organ, ...asked }: Partial<Record<Narrowing, string>> = narrowings;
  const place =
    region === undefined ? undefined : (await publishedRegions(database)).find(({ slug }) => slug === region);
  const owner =
    place === undefined || organ === undefined
      ? undefined
      : await publishedOrgan(database, place.slug, organ);
  const { category, year, from, to } = asked;
  const parts = [
    owner?.name ?? place?.name,
    nameIn(GENRES, asked.genre),
    category,
    nameIn(VALIDITIES, asked.validity),
    year && `${year}年`,
    from && `${from} 起`,
    to && `到 ${to}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `（${parts.join('、')}）`;
}

/** @param organ whose column it is; of a search, in whose name mails go out */
export async function tellTarget(
  database: PublishedDatabase,
  { list, query, narrowings }: SubscriptionTarget,
  organ: { readonly name: string; readonly path: string },
): Promise<ToldTarget> {
  if (query !== '') {
    return {
      words: `含有“${query}”的新公开的信息${await narrowingWords(database, narrowings)}`,
      path: searchPathOf({ q: query, ...narrowings }),
    };
  }
  const title = listByName(list)?.title;
  return title === undefined
    ? { words: `${organ.name}新公开的信息`, path: organ.path }
    : { words: `${organ.name}“${title}”新公开的信息`, path: documentListPath(organ.path, list) };
}
