import type { SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { PageFrame } from '@zhaoshi/portal/layout';
import { accessibilityPage } from '@zhaoshi/portal/pages/accessibility';
import { homePage } from '@zhaoshi/portal/pages/home';
import { organPage } from '@zhaoshi/portal/pages/organ';
import { reportPage } from '@zhaoshi/portal/pages/report';
import { reportListPage } from '@zhaoshi/portal/pages/report-list';
import { ACCESSIBILITY, HOME, organPath, reportPath, reportsPath } from '@zhaoshi/portal/paths';
import type { OrganPage, ReportLink } from '@zhaoshi/portal/view-models';
import { fromJsonReport } from '@zhaoshi/report-files/json-report';
import { reportBodyHtml } from '@zhaoshi/report-files/write/html/write-html';
import { type ReportFormat, writeReportFile } from '@zhaoshi/report-files/write/write-file';
import {
  latestReports,
  type PublishedDatabase,
  publishedOrgan,
  publishedOrgans,
  publishedRegions,
  publishedReport,
  reportsOfOrgan,
} from '../db/queries/published.ts';

/** The names in a page's path. */
export interface PathNames {
  readonly region?: string;
  readonly organ?: string;
  readonly year?: string;
}

/** A public page: its route, its own path, and how it is made; `null` when there is nothing at the path. */
export interface PortalPage {
  readonly route: string;
  readonly path: (names: PathNames) => string;
  readonly make: (
    database: PublishedDatabase,
    names: PathNames,
    frame: PageFrame,
  ) => Promise<SafeHtml | null>;
}

/** Days of publication are days in China. */
const chinaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

type ReportRow = Awaited<ReturnType<typeof latestReports>>[number];

const reportLink = (row: ReportRow): ReportLink => ({
  title: row.title,
  reportYear: row.report_year,
  path: reportPath(organPath(row.region_slug, row.organ_slug), row.report_year),
  publishedOn: chinaDay.format(row.published_at),
  organName: row.organ_name,
});

const organPathOf = ({ region = '', organ = '' }: PathNames): string => organPath(region, organ);

const LATEST_REPORTS = 10;

async function makeHome(database: PublishedDatabase, frame: PageFrame): Promise<SafeHtml> {
  const [regions, organs, reports] = await Promise.all([
    publishedRegions(database),
    publishedOrgans(database),
    latestReports(database, LATEST_REPORTS),
  ]);
  return homePage(frame, {
    regions: regions.map(({ region_id, slug, name }) => ({
      slug,
      name,
      organs: organs
        .filter((organ) => organ.region_id === region_id)
        .map((organ) => ({
          name: organ.name,
          kind: organ.kind,
          path: organPath(slug, organ.slug),
          reportCount: organ.reports,
        })),
    })),
    latestReports: reports.map(reportLink),
  });
}

/** What a name in a path looks like; anything else (the database refuses a NUL) names nothing. */
const SLUG = /^[a-z][a-z0-9-]{0,62}$/;

async function findOrgan(database: PublishedDatabase, { region = '', organ = '' }: PathNames) {
  if (!SLUG.test(region) || !SLUG.test(organ)) return undefined;
  return await publishedOrgan(database, region, organ);
}

async function loadOrgan(database: PublishedDatabase, names: PathNames): Promise<OrganPage | null> {
  const organ = await findOrgan(database, names);
  if (organ === undefined) return null;
  const reports = await reportsOfOrgan(database, organ);
  return {
    name: organ.name,
    regionName: organ.region_name,
    path: organPathOf(names),
    reports: reports.map(reportLink),
  };
}

/** A report's year as a path may write it: four digits. */
const yearOf = (text: string | undefined): number | null =>
  text !== undefined && /^[12]\d{3}$/.test(text) ? Number(text) : null;

async function loadReport(database: PublishedDatabase, names: PathNames) {
  const reportYear = yearOf(names.year);
  const organ = reportYear === null ? undefined : await findOrgan(database, names);
  if (reportYear === null || organ === undefined) return null;
  const report = await publishedReport(database, organ, reportYear);
  return report === undefined ? null : { organ, report, reportYear };
}

/**
 * The bytes of a published report in a format. JSON is the published content itself, byte for byte, so that
 * anyone can compare its hash with the one on the page.
 */
export async function publishedReportFile(
  database: PublishedDatabase,
  names: PathNames,
  format: ReportFormat,
): Promise<Buffer | null> {
  const found = await loadReport(database, names);
  if (found === null) return null;
  const { content } = found.report;
  if (format === 'json') return Buffer.from(content);
  return Buffer.from(await writeReportFile(fromJsonReport(JSON.parse(content)), format));
}

async function makeReport(
  database: PublishedDatabase,
  names: PathNames,
  frame: PageFrame,
): Promise<SafeHtml | null> {
  const found = await loadReport(database, names);
  if (found === null) return null;
  const { organ, report, reportYear } = found;
  const path = organPathOf(names);
  const content = fromJsonReport(JSON.parse(report.content)).report;
  return reportPage(frame, {
    organ: { name: organ.name, regionName: organ.region_name, path },
    title: report.title,
    untitled: content.title === null,
    reportYear,
    path: reportPath(path, reportYear),
    publishedOn: chinaDay.format(report.published_at),
    version: report.version,
    contentSha256: report.content_sha256,
    body: reportBodyHtml(content),
  });
}

const ORGAN_ROUTE = organPath(':region', ':organ');

/** Every page of the portal. */
export const PORTAL_PAGES: readonly PortalPage[] = [
  { route: HOME, path: () => HOME, make: (database, _, frame) => makeHome(database, frame) },
  {
    route: ACCESSIBILITY,
    path: () => ACCESSIBILITY,
    make: (_database, _names, frame) => Promise.resolve(accessibilityPage(frame)),
  },
  {
    route: ORGAN_ROUTE,
    path: organPathOf,
    make: async (database, names, frame) => {
      const organ = await loadOrgan(database, names);
      return organ && organPage(frame, organ);
    },
  },
  {
    route: reportsPath(ORGAN_ROUTE),
    path: (names) => reportsPath(organPathOf(names)),
    make: async (database, names, frame) => {
      const organ = await loadOrgan(database, names);
      return organ && reportListPage(frame, organ);
    },
  },
  {
    route: reportPath(ORGAN_ROUTE, ':year'),
    path: (names) => reportPath(organPathOf(names), names.year ?? ''),
    make: makeReport,
  },
];
