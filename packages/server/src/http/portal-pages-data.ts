import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import type { CellValue } from '@zhaoshi/domain/annual-report/report';
import { civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { SLUG } from '@zhaoshi/domain/organ/slug';
import { YEAR_CHART_CELLS } from '@zhaoshi/portal/charts/report-charts';
import { groupOf, LEVEL_NAMES, ORGAN_GROUPS } from '@zhaoshi/portal/organ-groups';
import {
  assessmentsPath,
  HOME,
  organPath,
  organsPath,
  regionPath,
  reportPath,
  unitsPath,
  villagesPath,
} from '@zhaoshi/portal/paths';
import type {
  OrganLink,
  OrganListPage,
  OrganPage,
  Place,
  RegionPage,
  ReportLink,
  SiteMapRegion,
  YearFigures,
} from '@zhaoshi/portal/view-models';
import {
  latestReports,
  type OrganKey,
  type PublishedDatabase,
  publishedCells,
  publishedGovernment,
  publishedOrgan,
  publishedOrgans,
  type publishedRegions,
  reportsOfOrgan,
} from '../db/queries/published.ts';
import { publishedAssessments } from '../db/queries/published-assessments.ts';
import { publishedVillages } from '../db/queries/published-villages.ts';
import { loadOrganAbout } from './portal-pages-organ.ts';
import type { PortalSource } from './portal-pages-site.ts';

/** The names in a page's path, and what its query may say. */
export interface PathNames {
  readonly region?: string;
  readonly organ?: string;
  readonly year?: string;
  readonly group?: string;
  readonly level?: string;
  readonly part?: string;
  readonly document?: string;
  /** Name of a list of documents, and the number of its page. */
  readonly list?: string;
  readonly page?: string;
  readonly edition?: string;
  readonly register?: string;
  readonly village?: string;
}

type RegionRow = Awaited<ReturnType<typeof publishedRegions>>[number];
type ReportRow = Awaited<ReturnType<typeof latestReports>>[number];

export const organPathOf = ({ region = '', organ = '' }: PathNames): string => organPath(region, organ);

const reportLink = (row: ReportRow): ReportLink => ({
  title: row.title,
  reportYear: row.report_year,
  path: reportPath(organPath(row.region_slug, row.organ_slug), row.report_year),
  publishedAt: civilMinuteAt(row.published_at),
  organName: row.organ_name,
  isRestated: row.version > 1,
});

/** The regions above one, the highest first, whose page is the site's home. */
function regionsAbove(regions: readonly RegionRow[], region: RegionRow): readonly Place[] {
  const above: RegionRow[] = [];
  let current: RegionRow | undefined = region;
  while (current?.parent_id != null && above.length < regions.length) {
    const { parent_id }: RegionRow = current;
    current = regions.find(({ region_id }) => region_id === parent_id);
    if (current !== undefined) above.unshift(current);
  }
  return above.map(({ name, slug, parent_id }) => ({
    name,
    path: parent_id === null ? HOME : regionPath(slug),
  }));
}

/** A region and every region below it. */
export function regionsBelow(regions: readonly RegionRow[], regionId: string): readonly string[] {
  const found = [regionId];
  for (const id of found) {
    for (const { region_id, parent_id } of regions) if (parent_id === id) found.push(region_id);
  }
  return found;
}

async function organLinks(database: PublishedDatabase, region: RegionRow): Promise<readonly OrganLink[]> {
  const organs = await publishedOrgans(database, region.region_id);
  return organs.map(({ name, kind, level, slug, reports, ended_on }) => ({
    name,
    kind,
    level,
    path: organPath(region.slug, slug),
    reportCount: reports,
    endedOn: ended_on,
  }));
}

const LATEST_REPORTS = 10;

/** @param slug of the region; `null` for the highest one, whose page is the site's home */
export async function loadRegion(source: PortalSource, slug: string | null): Promise<RegionPage | null> {
  const regions = await source.facts.regions();
  const region = slug === null ? regions[0] : regions.find((found) => found.slug === slug);
  if (region === undefined) return null;
  const below = region.parent_id === null ? null : regionsBelow(regions, region.region_id);
  const [organs, counts, reports, government] = await Promise.all([
    organLinks(source.published, region),
    source.facts.organCounts(),
    latestReports(source.published, below, LATEST_REPORTS),
    publishedGovernment(source.published, region.region_id),
  ]);
  return {
    name: region.name,
    path: regionPath(region.slug),
    above: regionsAbove(regions, region),
    organs: organs.filter(({ endedOn }) => endedOn === null),
    regions: regions
      .filter(({ parent_id }) => parent_id === region.region_id)
      .map(({ region_id, name, slug: own }) => ({
        name,
        path: regionPath(own),
        organCount: counts.get(region_id) ?? 0,
      })),
    latestReports: reports.map(reportLink),
    unitsPath: government === undefined ? null : unitsPath(organPath(region.slug, government.slug)),
  };
}

const known = (value: string | undefined, values: readonly string[]): string =>
  value !== undefined && values.includes(value) ? value : '';

/** The filter as far as it is one; so that made-up values neither fill the cache nor reach the page. */
const filterOf = ({ group, level }: PathNames): OrganListPage['filter'] => ({
  group: known(
    group,
    ORGAN_GROUPS.map(({ id }) => id),
  ),
  level: known(
    level,
    LEVEL_NAMES.map(([name]) => name),
  ),
});

/** Path of the list with the filter in one fixed writing. */
export function organListPath(names: PathNames): string {
  const { group, level } = filterOf(names);
  const query = new URLSearchParams(
    Object.entries({ group, level }).filter(([, value]) => value !== ''),
  ).toString();
  return `${organsPath(names.region ?? '')}${query === '' ? '' : `?${query}`}`;
}

export async function loadOrganList(source: PortalSource, names: PathNames): Promise<OrganListPage | null> {
  const regions = await source.facts.regions();
  const region = regions.find(({ slug }) => slug === names.region);
  if (region === undefined) return null;
  const filter = filterOf(names);
  const organs = await organLinks(source.published, region);
  return {
    region: { name: region.name, path: regionPath(region.slug), above: regionsAbove(regions, region) },
    filter,
    organs: organs.filter(
      ({ kind, level }) =>
        (filter.group === '' || groupOf(kind).id === filter.group) &&
        (filter.level === '' || level === filter.level),
    ),
  };
}

export async function loadSiteMap(source: PortalSource): Promise<readonly SiteMapRegion[]> {
  const [regions, counts] = await Promise.all([source.facts.regions(), source.facts.organCounts()]);
  const rows: SiteMapRegion[] = [];
  const addBelow = (parentId: string | null, depth: number): void => {
    for (const { region_id, parent_id, slug, name } of regions) {
      if (parent_id !== parentId) continue;
      const organCount = counts.get(region_id) ?? 0;
      rows.push({ name, path: regionPath(slug), organsPath: organsPath(slug), organCount, depth });
      addBelow(region_id, depth + 1);
    }
  };
  addBelow(null, 0);
  return rows;
}

/** @returns nothing for a path whose parts are no names, which the database may not even be asked for (a NUL) */
export async function findOrgan(database: PublishedDatabase, { region = '', organ = '' }: PathNames) {
  if (!SLUG.test(region) || !SLUG.test(organ)) return undefined;
  return await publishedOrgan(database, region, organ);
}

export async function placeOf(
  source: PortalSource,
  regionId: string,
): Promise<Pick<OrganPage, 'region' | 'above'>> {
  const regions = await source.facts.regions();
  const region = regions.find(({ region_id }) => region_id === regionId);
  if (region === undefined) throw new Error('an organ without its region');
  return {
    region: { name: region.name, path: region.parent_id === null ? HOME : regionPath(region.slug) },
    above: regionsAbove(regions, region),
  };
}

/** Where the lists of reporting units stand: in the column of the government; its office shows the way there. */
async function unitsPathOf(
  database: PublishedDatabase,
  { region_id, parent_id, kind }: NonNullable<Awaited<ReturnType<typeof findOrgan>>>,
  region: string,
): Promise<string | null> {
  if (parent_id !== null && kind !== 'governmentOrgan') return null;
  const government = await publishedGovernment(database, region_id);
  return government === undefined ? null : unitsPath(organPath(region, government.slug));
}

/** Figures for the chart over the years, from the published reports alone. */
async function loadYears(database: PublishedDatabase, organ: OrganKey): Promise<readonly YearFigures[]> {
  const years = new Map<number, Partial<Record<CellId, CellValue>>>();
  for (const { report_year, cell_id, state, value, raw } of await publishedCells(
    database,
    organ,
    YEAR_CHART_CELLS,
  )) {
    const cells = years.get(report_year) ?? {};
    const id = YEAR_CHART_CELLS.find((cell) => cell === cell_id);
    if (id !== undefined) cells[id] = { state, value, raw };
    years.set(report_year, cells);
  }
  return [...years].map(([reportYear, cells]) => ({ reportYear, cells }));
}

export async function loadOrgan(source: PortalSource, names: PathNames): Promise<OrganPage | null> {
  const organ = await findOrgan(source.published, names);
  if (organ === undefined) return null;
  const [place, reports, years, about, units, villages, assessments] = await Promise.all([
    placeOf(source, organ.region_id),
    reportsOfOrgan(source.published, organ),
    loadYears(source.published, organ),
    loadOrganAbout(source.published, organ),
    unitsPathOf(source.published, organ, names.region ?? ''),
    publishedVillages(source.published, organ),
    publishedAssessments(source.published, organ),
  ]);
  return {
    name: organ.name,
    path: organPathOf(names),
    endedOn: organ.ended_on,
    closingStatement: organ.closing_statement,
    unitsPath: units,
    assessmentsPath: assessments.length === 0 ? null : assessmentsPath(organPathOf(names)),
    villagesPath: villages.length === 0 ? null : villagesPath(organPathOf(names)),
    ...place,
    reports: reports.map(reportLink),
    years,
    ...about,
  };
}

/** A report's year as a path may write it: four digits. */
export const yearOf = (text: string | undefined): number | null =>
  text !== undefined && /^[12]\d{3}$/.test(text) ? Number(text) : null;
