import { VALIDITIES } from '@zhaoshi/domain/disclosure/validity/validity';
import { GENRES } from '@zhaoshi/domain/search/published-thing';
import type { FacetGroup, FacetValue } from '@zhaoshi/portal/view-models';
import { type PublishedDatabase, publishedRegions } from '../db/queries/published.ts';
import { FACETS, type Facet, type FacetCounts, MOST_COUNTED } from '../db/queries/search/facets.ts';
import { namesOfOrgans } from '../db/queries/search/places.ts';
import type { Narrowings } from '../db/schema/narrowings.ts';
import { searchPath } from './search-address.ts';

const TITLES: Readonly<Record<Facet, string>> = {
  genre: '信息类别',
  region: '地区',
  organ: '发布机构',
  category: '主题分类',
  validity: '有效性',
  year: '发布年份',
};

/** Values of a facet that are offered; who wants a rarer one adds a word. */
const MOST_VALUES = 10;

interface NamedValue {
  readonly name: string;
  /** What an address says to narrow results to it. */
  readonly chosen: Narrowings;
}

type Names = (facet: Facet, value: string) => NamedValue | null;

const nameIn = (names: Readonly<Record<string, string>>, value: string): string => names[value] ?? value;

async function namesFor(database: PublishedDatabase, counts: FacetCounts): Promise<Names> {
  const organIds = counts.counts.flatMap(({ facet, value }) => (facet === 'organ' ? [value] : []));
  const [regions, organs] = await Promise.all([
    publishedRegions(database),
    namesOfOrgans(database, organIds.slice(0, MOST_VALUES)),
  ]);
  const namers: Readonly<Record<Facet, (value: string) => NamedValue | null>> = {
    genre: (genre) => ({ name: nameIn(GENRES, genre), chosen: { genre } }),
    validity: (validity) => ({ name: nameIn(VALIDITIES, validity), chosen: { validity } }),
    category: (category) => ({ name: category, chosen: { category } }),
    year: (year) => ({ name: `${year}年`, chosen: { year } }),
    region: (id) => {
      const region = regions.find(({ region_id }) => region_id === id);
      return region === undefined ? null : { name: region.name, chosen: { region: region.slug } };
    },
    organ: (id) => {
      const organ = organs.find(({ organ_id }) => organ_id === id);
      return organ === undefined
        ? null
        : { name: organ.name, chosen: { region: organ.region_slug, organ: organ.slug } };
    },
  };
  return (facet, value) => namers[facet](value);
}

/** “约”, where texts were not compared; the newest only, where there are too many. */
const countWords = ({ isExact, isMore }: FacetCounts, count: number): string =>
  isExact || isMore || count < 100 ? String(count) : `约 ${count}`;

/** Years stand as they follow, all else the most frequent first. */
const inOrder = (facet: Facet, { counts }: FacetCounts) => {
  const own = counts.filter((count) => count.facet === facet);
  return facet === 'year'
    ? own.toSorted((a, b) => b.value.localeCompare(a.value))
    : own.slice(0, MOST_VALUES);
};

/** What results can be narrowed by, with how many would be left; a facet of one value says nothing unless it was chosen. */
export async function presentFacets(
  database: PublishedDatabase,
  counts: FacetCounts,
  query: string,
  narrowings: Narrowings,
): Promise<readonly FacetGroup[]> {
  const nameOf = await namesFor(database, counts);
  return FACETS.flatMap((facet) => {
    const values = inOrder(facet, counts).flatMap(({ value, count }): FacetValue[] => {
      const named = nameOf(facet, value);
      if (named === null) return [];
      const isChosen = narrowings[facet] !== undefined;
      const { [facet]: _, ...others } = narrowings;
      const path = searchPath(query, isChosen ? others : { ...narrowings, ...named.chosen });
      return [{ name: named.name, count: countWords(counts, count), path, isChosen }];
    });
    const [only] = values;
    return only === undefined || (values.length === 1 && !only.isChosen)
      ? []
      : [{ title: TITLES[facet], values }];
  });
}

/** How many there are, in words. */
export function totalWords(counts: FacetCounts): string {
  if (counts.isMore) return `超过 ${MOST_COUNTED} 条`;
  return counts.isExact || counts.total < 100 ? `共 ${counts.total} 条` : `约 ${counts.total} 条`;
}
