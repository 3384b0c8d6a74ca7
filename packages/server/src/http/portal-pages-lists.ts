import { RESTATED_MARK } from '@zhaoshi/domain/annual-report/compare/restated-cells';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { atomFeed, FEED_TYPES, type FeedItem, jsonFeed } from '@zhaoshi/portal/feeds';
import {
  ACCESSIBILITY,
  BLOCK_IDS,
  blockPath,
  documentListPath,
  documentPath,
  documentSitemapPath,
  type FeedFormat,
  HOME,
  organPath,
  organsPath,
  regionPath,
  reportPath,
  SITE_MAP,
  SITEMAP_INDEX,
  sitemapPath,
  unitsPartPath,
  unitsPath,
  yearFiguresPath,
} from '@zhaoshi/portal/paths';
import { robotsText, type SitemapEntry, sitemapIndex, sitemapPart } from '@zhaoshi/portal/sitemap';
import { listByName } from '../db/queries/document-list-names.ts';
import {
  lastPublications,
  latestReports,
  organSlugs,
  type PublishedDatabase,
  publishedGovernment,
  publishedOrgan,
  reportsOfOrgan,
  reportsOfRegion,
} from '../db/queries/published.ts';
import { documentPlaces, documentsInRegion } from '../db/queries/published-document-addresses.ts';
import {
  documentsOfOrgan,
  type ListedDocument,
  newestDocuments,
  newestDocumentsOf,
} from '../db/queries/published-document-lists.ts';
import { publishedUnitYears } from '../db/queries/published-units.ts';
import { findOrgan, organPathOf, type PathNames, regionsBelow } from './portal-pages-data.ts';
import { pathOfListed } from './portal-pages-document-links.ts';
import type { PortalSource } from './portal-pages-site.ts';
import { unitParts } from './portal-pages-units.ts';

/** What feeds, sitemaps and robots.txt say. All of it comes from the published views. */

const XML = 'application/xml; charset=utf-8';

export interface TextFile {
  readonly type: string;
  readonly text: string;
}

/** Part of the sitemap with the pages that belong to no region; regions' names begin with a letter. */
const FIXED_PART = '0';

const FEED_LENGTH = 50;

const originOf = ({ origin = '' }: PortalSource): string => origin;

const dayOf = (moment: Date | undefined): string | null =>
  moment === undefined ? null : civilDateAt(moment);

interface FeedContent {
  readonly title: string;
  readonly place: string;
  readonly reports: Awaited<ReturnType<typeof latestReports>>;
  readonly documents: readonly ListedDocument[];
}

const FIRST = { limit: FEED_LENGTH, offset: 0 };

/** The feed of one list of an organ's documents; an empty one stays, so that readers do not give it up. */
async function listFeedContent({ published }: PortalSource, names: PathNames): Promise<FeedContent | null> {
  const list = listByName(names.list ?? '');
  const organ = await findOrgan(published, names);
  if (list === null || organ === undefined) return null;
  const documents = await documentsOfOrgan(published, organ, list.filter, FIRST);
  return {
    title: `${organ.name}${list.title}`,
    place: documentListPath(organPathOf(names), names.list ?? ''),
    reports: [],
    documents,
  };
}

async function feedContent(source: PortalSource, names: PathNames): Promise<FeedContent | null> {
  const { published, facts } = source;
  if (names.list !== undefined) return await listFeedContent(source, names);
  if (names.organ !== undefined) {
    const organ = await publishedOrgan(published, names.region ?? '', names.organ);
    if (organ === undefined) return null;
    const [reports, documents] = await Promise.all([
      reportsOfOrgan(published, organ),
      documentsOfOrgan(published, organ, {}, FIRST),
    ]);
    return { title: `${organ.name}政府信息公开`, place: organPathOf(names), reports, documents };
  }
  const regions = await facts.regions();
  const region = regions.find(({ slug, parent_id }) =>
    names.region === undefined ? parent_id === null : slug === names.region,
  );
  if (region === undefined) return null;
  const whole = region.parent_id === null;
  const below = whole ? null : regionsBelow(regions, region.region_id);
  return {
    title: `${region.name}政府信息公开`,
    place: names.region === undefined ? HOME : regionPath(region.slug),
    reports: await latestReports(published, below, FEED_LENGTH),
    documents:
      below === null
        ? await newestDocuments(published, FEED_LENGTH)
        : await newestDocumentsOf(published, below, FEED_LENGTH),
  };
}

/** Reports and documents together, the newest first. */
function feedItems({ reports, documents }: FeedContent): readonly FeedItem[] {
  const items = [
    ...reports.map((row) => ({
      title: row.version === 1 ? row.title : `${row.title}${RESTATED_MARK}`,
      path: reportPath(organPath(row.region_slug, row.organ_slug), row.report_year),
      organName: row.organ_name,
      publishedAt: row.published_at.toISOString(),
    })),
    ...documents.map((row) => ({
      title: row.title,
      path: pathOfListed(row),
      organName: row.organ_name,
      publishedAt: row.published_at.toISOString(),
    })),
  ];
  return items.toSorted((a, b) => (a.publishedAt > b.publishedAt ? -1 : 1)).slice(0, FEED_LENGTH);
}

/** The newest publications of the site, a region, an organ or one of its lists, the newest first. */
export async function feedFile(
  source: PortalSource,
  names: PathNames,
  format: FeedFormat,
): Promise<TextFile | null> {
  const content = await feedContent(source, names);
  if (content === null) return null;
  const feed = {
    title: content.title,
    place: content.place,
    origin: originOf(source),
    items: feedItems(content),
  };
  return { type: FEED_TYPES[format], text: format === 'atom' ? atomFeed(feed) : jsonFeed(feed) };
}

/** The protocol allows 50,000 addresses in a part. */
const PART_LENGTH = 50_000;

/** How many parts the documents of a region fill. */
export const documentSitemapParts = async (published: PublishedDatabase, regionId: string): Promise<number> =>
  Math.ceil((await documentsInRegion(published, regionId)) / PART_LENGTH);

/** Some of a region's documents; `null` for a part that is empty. */
export async function documentSitemapFile(
  source: PortalSource,
  { region: slug, part = '' }: PathNames,
): Promise<TextFile | null> {
  const region = (await source.facts.regions()).find((found) => found.slug === slug);
  if (region === undefined || !/^[1-9]\d{0,3}$/.test(part)) return null;
  const places = await documentPlaces(source.published, region.region_id, {
    limit: PART_LENGTH,
    offset: (Number(part) - 1) * PART_LENGTH,
  });
  if (places.length === 0) return null;
  const pages = places.map(({ organ_slug, public_name, published_at }) => ({
    path: documentPath(organPath(region.slug, organ_slug), public_name),
    changedOn: dayOf(published_at),
  }));
  return { type: XML, text: sitemapPart(originOf(source), pages) };
}

/** The parts of the sitemap: one of fixed pages, one for each region and those of its documents. */
export async function sitemapIndexFile(source: PortalSource): Promise<TextFile> {
  const [regions, moments] = await Promise.all([source.facts.regions(), lastPublications(source.published)]);
  const documentParts = await Promise.all(
    regions.map(async ({ region_id, slug }) => {
      const length = await documentSitemapParts(source.published, region_id);
      return Array.from({ length }, (_, index) => documentSitemapPath(slug, index + 1));
    }),
  );
  const parts: readonly SitemapEntry[] = [
    { path: sitemapPath(FIXED_PART), changedOn: null },
    ...regions.map(({ region_id, slug }) => ({
      path: sitemapPath(slug),
      changedOn: dayOf(moments.get(region_id)),
    })),
    ...documentParts.flat().map((path) => ({ path, changedOn: null })),
  ];
  return { type: XML, text: sitemapIndex(originOf(source), parts) };
}

/** The lists of reporting units in a government's column, with their levels and pages. */
async function unitPaths(
  published: PublishedDatabase,
  regionId: string,
  government: string,
): Promise<readonly string[]> {
  const paths = [unitsPath(government)];
  for (const year of await publishedUnitYears(published, regionId)) {
    for (const { level, pages } of await unitParts(published, regionId, year)) {
      for (let page = 1; page <= pages; page++)
        paths.push(unitsPartPath(government, year, { level: level ?? '', page }));
    }
    paths.push(yearFiguresPath(government, year));
  }
  return paths;
}

async function regionEntries(
  published: PublishedDatabase,
  { region_id, slug }: { readonly region_id: string; readonly slug: string },
): Promise<readonly SitemapEntry[]> {
  const [organs, reports, government] = await Promise.all([
    organSlugs(published, region_id),
    reportsOfRegion(published, region_id),
    publishedGovernment(published, region_id),
  ]);
  const columns = organs.flatMap((organ) => {
    const path = organPath(slug, organ);
    return [path, ...BLOCK_IDS.map((block) => blockPath(path, block)), yearFiguresPath(path)];
  });
  const units =
    government === undefined ? [] : await unitPaths(published, region_id, organPath(slug, government.slug));
  return [
    ...[regionPath(slug), organsPath(slug), ...columns, ...units].map((path) => ({ path, changedOn: null })),
    ...reports.map(({ organ_slug, report_year, published_at }) => ({
      path: reportPath(organPath(slug, organ_slug), report_year),
      changedOn: dayOf(published_at),
    })),
  ];
}

/** The published pages of one part; `null` when there is no such part. */
export async function sitemapPartFile(source: PortalSource, { part }: PathNames): Promise<TextFile | null> {
  const origin = originOf(source);
  if (part === FIXED_PART) {
    const pages = [HOME, SITE_MAP, ACCESSIBILITY].map((path) => ({ path, changedOn: null }));
    return { type: XML, text: sitemapPart(origin, pages) };
  }
  const regions = await source.facts.regions();
  const region = regions.find(({ slug }) => slug === part);
  if (region === undefined) return null;
  return { type: XML, text: sitemapPart(origin, await regionEntries(source.published, region)) };
}

export const robotsFile = (source: PortalSource): TextFile => ({
  type: 'text/plain; charset=utf-8',
  text: robotsText(`${originOf(source)}${SITEMAP_INDEX}`),
});
