import type { SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { PageFrame } from '@zhaoshi/portal/layout';
import { accessibilityPage } from '@zhaoshi/portal/pages/accessibility';
import { applicationPage, guidePage, rulesPage } from '@zhaoshi/portal/pages/block';
import { organPage } from '@zhaoshi/portal/pages/organ';
import { organListPage } from '@zhaoshi/portal/pages/organ-list';
import { proactivePage } from '@zhaoshi/portal/pages/proactive';
import { emptySitePage, regionPage } from '@zhaoshi/portal/pages/region';
import { reportListPage } from '@zhaoshi/portal/pages/report-list';
import { unitListPage, unitYearsPage } from '@zhaoshi/portal/pages/reporting-units';
import { siteMapPage } from '@zhaoshi/portal/pages/site-map';
import {
  ACCESSIBILITY,
  type BlockId,
  blockPath,
  FEED_FORMATS,
  feedPath,
  HOME,
  organPath,
  organsPath,
  regionPath,
  SITE_MAP,
  SITEMAP_INDEX,
  sitemapPath,
  unitsPartPath,
  unitsPath,
} from '@zhaoshi/portal/paths';
import type { Display, OrganPage } from '@zhaoshi/portal/view-models';
import {
  loadOrgan,
  loadOrganList,
  loadRegion,
  loadSiteMap,
  organListPath,
  organPathOf,
  type PathNames,
} from './portal-pages-data.ts';
import { documentLinks } from './portal-pages-document-links.ts';
import {
  loadBlockDocuments,
  loadKind,
  loadLatestDocuments,
  loadProactiveColumn,
} from './portal-pages-document-lists.ts';
import { feedFile, robotsFile, sitemapIndexFile, sitemapPartFile } from './portal-pages-lists.ts';
import { type PortalSource, STANDARD_DISPLAY } from './portal-pages-site.ts';
import { loadUnits, loadUnitYears } from './portal-pages-units.ts';
import { ASSESSMENTS } from './public-assessments.ts';
import {
  type PublicDocument,
  pageDocument,
  SHOWS_NOTHING,
  SHOWS_ORGAN,
  SHOWS_REGION,
  SHOWS_SITE,
  type Shows,
  textDocument,
} from './public-document.ts';
import {
  DOCUMENT_LIST,
  DOCUMENT_LIST_FEEDS,
  DOCUMENT_LIST_PAGE,
  DOCUMENT_PAGE,
  DOCUMENT_SITEMAP,
  DOCUMENT_TEXTS,
  VERSION_PAGE,
} from './public-document-pages.ts';
import { UNIT_FIGURES, YEAR_FIGURES } from './public-figures.ts';
import { ORGAN_OPEN_DATA, ORGAN_REGISTERS, REGION_OPEN_DATA, REGION_REGISTERS } from './public-open-data.ts';
import { DOCUMENT_POSTERS } from './public-posters.ts';
import { REPORT_DOCUMENTS, REPORT_VERSION_DOCUMENTS } from './public-report-pages.ts';
import { VILLAGE_DOCUMENTS, VILLAGES } from './public-villages.ts';

const REGION_ROUTE = regionPath(':region');
const ORGAN_ROUTE = organPath(':region', ':organ');

const regionPathOf = ({ region = '' }: PathNames): string => regionPath(region);

/** A page made of an organ's column. */
const organDocument = (
  route: string,
  path: PublicDocument['path'],
  make: (
    frame: PageFrame,
    organ: OrganPage,
    source: PortalSource,
    names: PathNames,
  ) => SafeHtml | Promise<SafeHtml | null>,
  shows: Shows = SHOWS_NOTHING,
): PublicDocument =>
  pageDocument(
    route,
    path,
    async (source, names, frame) => {
      const organ = await loadOrgan(source, names);
      return organ && (await make(frame, organ, source, names));
    },
    { shows },
  );

const blockDocument = (
  id: BlockId,
  make: Parameters<typeof organDocument>[2],
  shows?: Shows,
): PublicDocument =>
  organDocument(blockPath(ORGAN_ROUTE, id), (names) => blockPath(organPathOf(names), id), make, shows);

const latestLinks = async (source: PortalSource, region: string | null) =>
  await documentLinks(source.published, await loadLatestDocuments(source, region));

/** Pages and feeds of the whole site. */
export const SITE_DOCUMENTS: readonly PublicDocument[] = [
  pageDocument(
    HOME,
    () => HOME,
    async (source, _names, frame) => {
      const region = await loadRegion(source, null);
      return region === null
        ? emptySitePage(frame)
        : regionPage(frame, region, await latestLinks(source, null));
    },
    { shows: SHOWS_SITE },
  ),
  pageDocument(
    ACCESSIBILITY,
    () => ACCESSIBILITY,
    (_source, _names, frame) => Promise.resolve(accessibilityPage(frame)),
  ),
  pageDocument(
    SITE_MAP,
    () => SITE_MAP,
    async (source, _names, frame) => siteMapPage(frame, await loadSiteMap(source)),
  ),
  ...FEED_FORMATS.map((format) =>
    textDocument(
      feedPath(HOME, format),
      () => feedPath(HOME, format),
      (source) => feedFile(source, {}, format),
      SHOWS_SITE,
    ),
  ),
  textDocument(SITEMAP_INDEX, () => SITEMAP_INDEX, sitemapIndexFile, SHOWS_SITE),
  textDocument(
    '/robots.txt',
    () => '/robots.txt',
    (source) => Promise.resolve(robotsFile(source)),
  ),
];

/** The parts of the sitemap: "0" and one for each region. */
export const SITEMAP_PART: PublicDocument = textDocument(
  sitemapPath(':part'),
  ({ part = '' }) => sitemapPath(part),
  sitemapPartFile,
  ({ part = '' }) => [regionPath(part)],
);

/** Pages and feeds of a region. */
export const REGION_DOCUMENTS: readonly PublicDocument[] = [
  pageDocument(
    REGION_ROUTE,
    regionPathOf,
    async (source, names, frame) => {
      const slug = names.region ?? '';
      const region = await loadRegion(source, slug);
      return region && regionPage(frame, region, await latestLinks(source, slug));
    },
    { shows: SHOWS_REGION },
  ),
  pageDocument(
    organsPath(':region'),
    organListPath,
    async (source, names, frame) => {
      const list = await loadOrganList(source, names);
      return list && organListPage(frame, list);
    },
    { query: ['group', 'level'] },
  ),
  ...FEED_FORMATS.map((format) =>
    textDocument(
      feedPath(REGION_ROUTE, format),
      (names) => feedPath(regionPathOf(names), format),
      (source, { region = '' }) => feedFile(source, { region }, format),
      SHOWS_REGION,
    ),
  ),
];

/** An organ's column with its blocks and feeds. */
export const ORGAN_DOCUMENTS: readonly PublicDocument[] = [
  organDocument(
    ORGAN_ROUTE,
    organPathOf,
    async (frame, organ, source, names) => organPage(frame, organ, await loadBlockDocuments(source, names)),
    SHOWS_ORGAN,
  ),
  blockDocument(
    'guide',
    async (frame, organ, source, names) => guidePage(frame, organ, await loadKind(source, names, ['guide'])),
    SHOWS_ORGAN,
  ),
  blockDocument(
    'rules',
    async (frame, organ, source, names) => rulesPage(frame, organ, await loadKind(source, names, ['rules'])),
    SHOWS_ORGAN,
  ),
  blockDocument(
    'proactive',
    async (frame, organ, source, names) => {
      const column = await loadProactiveColumn(source, names, organ.contact.length > 0);
      return column && proactivePage(frame, organ, column);
    },
    SHOWS_ORGAN,
  ),
  blockDocument('annual-reports', reportListPage),
  blockDocument('application', applicationPage),
  ...FEED_FORMATS.map((format) =>
    textDocument(
      feedPath(ORGAN_ROUTE, format),
      (names) => feedPath(organPathOf(names), format),
      (source, { region = '', organ = '' }) => feedFile(source, { region, organ }, format),
      SHOWS_ORGAN,
    ),
  ),
];

/** The years that have a list of reporting units; in the column of a region's government. */
export const UNIT_YEARS: PublicDocument = pageDocument(
  unitsPath(ORGAN_ROUTE),
  (names) => unitsPath(organPathOf(names)),
  async (source, names, frame) => {
    const years = await loadUnitYears(source, names);
    return years && unitYearsPage(frame, years);
  },
);

const unitsDocument = (level: '' | ':level', page: 1 | ':page'): PublicDocument =>
  pageDocument(
    unitsPartPath(ORGAN_ROUTE, ':year', { level, page }),
    (names) =>
      unitsPartPath(organPathOf(names), names.year ?? '', {
        level: level === '' ? '' : (names.level ?? ''),
        page: page === 1 ? 1 : (names.page ?? ''),
      }),
    async (source, names, frame) => {
      const list = await loadUnits(source, names);
      return list && unitListPage(frame, list);
    },
  );

/** The list of one year, that of a level, and their further pages. */
export const UNITS_OF_YEAR: PublicDocument = unitsDocument('', 1);
export const UNITS_OF_YEAR_PAGE: PublicDocument = unitsDocument('', ':page');
export const UNITS_OF_LEVEL: PublicDocument = unitsDocument(':level', 1);
export const UNITS_OF_LEVEL_PAGE: PublicDocument = unitsDocument(':level', ':page');

export const PUBLIC_DOCUMENTS: readonly PublicDocument[] = [
  ...SITE_DOCUMENTS,
  SITEMAP_PART,
  ...REGION_DOCUMENTS,
  ...ORGAN_DOCUMENTS,
  UNIT_YEARS,
  UNITS_OF_YEAR,
  UNITS_OF_YEAR_PAGE,
  UNITS_OF_LEVEL,
  UNITS_OF_LEVEL_PAGE,
  ...YEAR_FIGURES,
  ...UNIT_FIGURES,
  ...REPORT_DOCUMENTS,
  ...REPORT_VERSION_DOCUMENTS,
  DOCUMENT_PAGE,
  VERSION_PAGE,
  ...DOCUMENT_TEXTS,
  ...DOCUMENT_POSTERS,
  DOCUMENT_LIST,
  DOCUMENT_LIST_PAGE,
  ...DOCUMENT_LIST_FEEDS,
  DOCUMENT_SITEMAP,
  ORGAN_OPEN_DATA,
  REGION_OPEN_DATA,
  ...ORGAN_REGISTERS,
  ...REGION_REGISTERS,
  ASSESSMENTS,
  VILLAGES,
  ...VILLAGE_DOCUMENTS,
];

/** What looks the same for all readers is made in the standard display. */
export const displayFor = (document: PublicDocument, chosen: Display): Display =>
  document.hasDisplays ? chosen : STANDARD_DISPLAY;
