import { restatedParts } from '@zhaoshi/domain/annual-report/compare/restated-cells';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { reportPath, reportVersionPath } from '@zhaoshi/portal/paths';
import type {
  ReportPage,
  ReportRestatement,
  ReportVersionLink,
  ReportVersionPage,
} from '@zhaoshi/portal/report-views';
import { cellsHash } from '@zhaoshi/report-files/cells-hash';
import { fromJsonReport } from '@zhaoshi/report-files/json-report';
import { reportBodyHtml } from '@zhaoshi/report-files/write/html/write-html';
import { type ReportFormat, writeReportFile } from '@zhaoshi/report-files/write/write-file';
import type { PublishedDatabase } from '../db/queries/published.ts';
import { type PublishedVersionRow, publishedVersions } from '../db/queries/published-report-versions.ts';
import { findOrgan, organPathOf, type PathNames, placeOf, yearOf } from './portal-pages-data.ts';
import type { PortalSource } from './portal-pages-site.ts';

/** The number of a version as a path may write it. */
const versionOf = (text: string): number | null => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : null);

/** The report that the names name; with `edition`, that version, which another one has replaced. */
async function findReport(database: PublishedDatabase, names: PathNames) {
  const reportYear = yearOf(names.year);
  const organ = reportYear === null ? undefined : await findOrgan(database, names);
  if (reportYear === null || organ === undefined) return null;
  const versions = await publishedVersions(database, organ, reportYear);
  const wanted = names.edition === undefined ? versions[0]?.version : versionOf(names.edition);
  const report = versions.find(({ version }) => version === wanted);
  if (report === undefined || (names.edition !== undefined && report === versions[0])) return null;
  return { organ, report, reportYear, versions };
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
  const found = await findReport(database, names);
  if (found === null) return null;
  const { content } = found.report;
  if (format === 'json') return Buffer.from(content);
  return Buffer.from(await writeReportFile(fromJsonReport(JSON.parse(content)), format));
}

const reportOf = ({ content }: PublishedVersionRow): AnnualReport =>
  fromJsonReport(JSON.parse(content)).report;

/** What each version changed against the one before it, the newest first. */
function restatementsOf(
  versions: readonly PublishedVersionRow[],
  path: string,
): readonly ReportRestatement[] {
  return versions.flatMap((row, index) => {
    const before = versions[index + 1];
    if (before === undefined) return [];
    return {
      version: row.version,
      publishedAt: civilMinuteAt(row.published_at),
      reason: row.restated_for,
      before: { version: before.version, path: reportVersionPath(path, before.version) },
      ...restatedParts(reportOf(before), reportOf(row)),
    };
  });
}

const versionLinks = (versions: readonly PublishedVersionRow[], path: string): readonly ReportVersionLink[] =>
  versions.map(({ version, published_at }, index) => ({
    version,
    path: index === 0 ? path : reportVersionPath(path, version),
    publishedAt: civilMinuteAt(published_at),
    isCurrent: index === 0,
  }));

async function pageOf(
  source: PortalSource,
  names: PathNames,
  { organ, report, reportYear, versions }: NonNullable<Awaited<ReturnType<typeof findReport>>>,
): Promise<ReportPage> {
  const organPath = organPathOf(names);
  const path = reportPath(organPath, reportYear);
  const content = reportOf(report);
  return {
    organ: {
      name: organ.name,
      path: organPath,
      endedOn: organ.ended_on,
      ...(await placeOf(source, organ.region_id)),
    },
    title: report.title,
    untitled: content.title === null,
    reportYear,
    path,
    publishedAt: civilMinuteAt(report.published_at),
    version: report.version,
    contentSha256: report.content_sha256,
    cellsSha256: cellsHash(content),
    cells: content.cells,
    formVersion: content.tableForms.t3 ?? null,
    body: reportBodyHtml(content),
    restatements: restatementsOf(versions, path),
  };
}

/** The report that holds, with what was restated in it. */
export async function loadReport(source: PortalSource, names: PathNames): Promise<ReportPage | null> {
  const found = await findReport(source.published, names);
  return found && (await pageOf(source, names, found));
}

/** A version that a restatement has replaced, as it was published. */
export async function loadReportVersion(
  source: PortalSource,
  names: PathNames,
): Promise<ReportVersionPage | null> {
  const found = await findReport(source.published, names);
  if (found === null) return null;
  const page = await pageOf(source, names, found);
  return {
    ...page,
    ownPath: reportVersionPath(page.path, page.version),
    versions: versionLinks(found.versions, page.path),
  };
}
