import type { SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { PageFrame } from '@zhaoshi/portal/layout';
import { accessibilityPage } from '@zhaoshi/portal/pages/accessibility';
import { applicationPage, guidePage, proactivePage, rulesPage } from '@zhaoshi/portal/pages/block';
import { documentPage, withdrawnPage } from '@zhaoshi/portal/pages/document';
import { organPage } from '@zhaoshi/portal/pages/organ';
import { organListPage } from '@zhaoshi/portal/pages/organ-list';
import { emptySitePage, regionPage } from '@zhaoshi/portal/pages/region';
import { DOWNLOADS, reportPage } from '@zhaoshi/portal/pages/report';
import { reportListPage } from '@zhaoshi/portal/pages/report-list';
import { unitListPage, unitYearsPage } from '@zhaoshi/portal/pages/reporting-units';
import { siteMapPage } from '@zhaoshi/portal/pages/site-map';
import {
  ACCESSIBILITY,
  type BlockId,
  blockPath,
  documentPath,
  downloadPath,
  FEED_FORMATS,
  feedPath,
  HOME,
  organPath,
  organsPath,
  regionPath,
  reportPath,
  SITE_MAP,
  SITEMAP_INDEX,
  sitemapPath,
  unitsOfYearPath,
  unitsPath,
} from '@zhaoshi/portal/paths';
import type { Display, OrganPage } from '@zhaoshi/portal/view-models';
import {
  loadOrgan,
  loadOrganList,
  loadRegion,
  loadReport,
  loadSiteMap,
  organListPath,
  organPathOf,
  type PathNames,
  publishedReportFile,
} from './portal-pages-data.ts';
import { loadDocumentPage } from './portal-pages-documents.ts';
import {
  feedFile,
  robotsFile,
  sitemapIndexFile,
  sitemapPartFile,
  type TextFile,
} from './portal-pages-lists.ts';
import { type PortalSource, STANDARD_DISPLAY, siteOf } from './portal-pages-site.ts';
import { loadUnits, loadUnitYears } from './portal-pages-units.ts';
import { FILE_ANSWER, type PreparedBody, prepareBody } from './prepared-body.ts';

/** Something at a public address: its route, its own path, and how its bytes are made. */
export interface PublicDocument {
  readonly route: string;
  /** The names of the query that it understands. */
  readonly query: readonly ('group' | 'level')[];
  /** The one path of what the names name; two addresses of the same thing have the same. */
  readonly path: (names: PathNames) => string;
  /** Whether it looks different in each display. */
  readonly hasDisplays: boolean;
  /** `null` when there is nothing at the path. */
  readonly make: (source: PortalSource, names: PathNames, display: Display) => Promise<PreparedBody | null>;
}

export const HTML = 'text/html; charset=utf-8';

type MakePage = (source: PortalSource, names: PathNames, frame: PageFrame) => Promise<SafeHtml | null>;

function pageDocument(
  route: string,
  path: PublicDocument['path'],
  makePage: MakePage,
  query: PublicDocument['query'] = [],
): PublicDocument {
  return {
    route,
    query,
    path,
    hasDisplays: true,
    make: async (source, names, display) => {
      const frame = { site: await siteOf(source), display, path: path(names) };
      const made = await makePage(source, names, frame);
      return made && (await prepareBody(HTML, Buffer.from(made.markup), true));
    },
  };
}

function textDocument(
  route: string,
  path: PublicDocument['path'],
  makeFile: (source: PortalSource, names: PathNames) => Promise<TextFile | null>,
): PublicDocument {
  return {
    route,
    query: [],
    path,
    hasDisplays: false,
    make: async (source, names) => {
      const file = await makeFile(source, names);
      return file && (await prepareBody(file.type, Buffer.from(file.text), true, FILE_ANSWER));
    },
  };
}

const REGION_ROUTE = regionPath(':region');
const ORGAN_ROUTE = organPath(':region', ':organ');
const REPORT_ROUTE = reportPath(ORGAN_ROUTE, ':year');

const regionPathOf = ({ region = '' }: PathNames): string => regionPath(region);
const reportPathOf = (names: PathNames): string => reportPath(organPathOf(names), names.year ?? '');

/** A page made of an organ's column. */
const organDocument = (
  route: string,
  path: PublicDocument['path'],
  make: (frame: PageFrame, organ: OrganPage) => SafeHtml,
): PublicDocument =>
  pageDocument(route, path, async (source, names, frame) => {
    const organ = await loadOrgan(source, names);
    return organ && make(frame, organ);
  });

const blockDocument = (id: BlockId, make: (frame: PageFrame, organ: OrganPage) => SafeHtml): PublicDocument =>
  organDocument(blockPath(ORGAN_ROUTE, id), (names) => blockPath(organPathOf(names), id), make);

const FILE_TYPES: Readonly<Record<(typeof DOWNLOADS)[number]['format'], string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
};

const downloadDocument = ({ format }: (typeof DOWNLOADS)[number]): PublicDocument => ({
  route: downloadPath(REPORT_ROUTE, format),
  query: [],
  path: (names) => downloadPath(reportPathOf(names), format),
  hasDisplays: false,
  make: async ({ published }, names) => {
    const bytes = await publishedReportFile(published, names, format);
    const disposition = `attachment; filename="${names.organ}-${names.year}.${format}"`;
    return (
      bytes &&
      (await prepareBody(FILE_TYPES[format], bytes, format === 'json', { ...FILE_ANSWER, disposition }))
    );
  },
});

/** Pages and feeds of the whole site. */
export const SITE_DOCUMENTS: readonly PublicDocument[] = [
  pageDocument(
    HOME,
    () => HOME,
    async (source, _names, frame) => {
      const region = await loadRegion(source, null);
      return region === null ? emptySitePage(frame) : regionPage(frame, region);
    },
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
    ),
  ),
  textDocument(SITEMAP_INDEX, () => SITEMAP_INDEX, sitemapIndexFile),
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
);

/** Pages and feeds of a region. */
export const REGION_DOCUMENTS: readonly PublicDocument[] = [
  pageDocument(REGION_ROUTE, regionPathOf, async (source, names, frame) => {
    const region = await loadRegion(source, names.region ?? '');
    return region && regionPage(frame, region);
  }),
  pageDocument(
    organsPath(':region'),
    organListPath,
    async (source, names, frame) => {
      const list = await loadOrganList(source, names);
      return list && organListPage(frame, list);
    },
    ['group', 'level'],
  ),
  ...FEED_FORMATS.map((format) =>
    textDocument(
      feedPath(REGION_ROUTE, format),
      (names) => feedPath(regionPathOf(names), format),
      (source, { region = '' }) => feedFile(source, { region }, format),
    ),
  ),
];

/** An organ's column with its blocks and feeds. */
export const ORGAN_DOCUMENTS: readonly PublicDocument[] = [
  organDocument(ORGAN_ROUTE, organPathOf, organPage),
  blockDocument('guide', guidePage),
  blockDocument('rules', rulesPage),
  blockDocument('proactive', proactivePage),
  blockDocument('annual-reports', reportListPage),
  blockDocument('application', applicationPage),
  ...FEED_FORMATS.map((format) =>
    textDocument(
      feedPath(ORGAN_ROUTE, format),
      (names) => feedPath(organPathOf(names), format),
      (source, { region = '', organ = '' }) => feedFile(source, { region, organ }, format),
    ),
  ),
];

/** A report and its files. */
export const REPORT_DOCUMENTS: readonly PublicDocument[] = [
  pageDocument(REPORT_ROUTE, reportPathOf, async (source, names, frame) => {
    const report = await loadReport(source, names);
    return report && reportPage(frame, report);
  }),
  ...DOWNLOADS.map(downloadDocument),
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

/** The list of one year. */
export const UNITS_OF_YEAR: PublicDocument = pageDocument(
  unitsOfYearPath(ORGAN_ROUTE, ':year'),
  (names) => unitsOfYearPath(organPathOf(names), names.year ?? ''),
  async (source, names, frame) => {
    const list = await loadUnits(source, names);
    return list && unitListPage(frame, list);
  },
);

/** A published document, or the notice of its withdrawal. */
export const DOCUMENT_PAGE: PublicDocument = pageDocument(
  documentPath(ORGAN_ROUTE, ':document'),
  (names) => documentPath(organPathOf(names), names.document ?? ''),
  async (source, names, frame) => {
    const found = await loadDocumentPage(source, names);
    if (found === null) return null;
    return 'body' in found ? documentPage(frame, found) : withdrawnPage(frame, found);
  },
);

export const PUBLIC_DOCUMENTS: readonly PublicDocument[] = [
  ...SITE_DOCUMENTS,
  SITEMAP_PART,
  ...REGION_DOCUMENTS,
  ...ORGAN_DOCUMENTS,
  UNIT_YEARS,
  UNITS_OF_YEAR,
  ...REPORT_DOCUMENTS,
  DOCUMENT_PAGE,
];

/** What looks the same for all readers is made in the standard display. */
export const displayFor = (document: PublicDocument, chosen: Display): Display =>
  document.hasDisplays ? chosen : STANDARD_DISPLAY;
