import { RESTATED_MARK } from '@zhaoshi/domain/annual-report/compare/restated-cells';
import { SECTION_IDS } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { organPath, reportPath } from '@zhaoshi/portal/paths';
import { fromJsonReport } from '@zhaoshi/report-files/json-report';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { writeSearchEntry } from '../../db/write-search-entry.ts';

interface PublishedReport {
  readonly regionId: string;
  readonly reportId: string;
  readonly organId: string;
  readonly reportYear: number;
  /** After the first one it is a restatement. */
  readonly version: number;
  readonly title: string;
  readonly report: AnnualReport;
  readonly publishedAt: Date;
}

/** The words of a report; its figures are in the tables and are not searched. */
function textOf({ preamble, sections }: AnnualReport): string {
  const parts = SECTION_IDS.flatMap((id) => {
    const section = sections[id];
    return section === undefined ? [] : [section.heading].concat(section.paragraphs);
  });
  return [...preamble, ...parts].join('\n');
}

/** Makes a report findable, in the transaction that publishes it. */
export async function indexReport(
  transaction: Transaction<Schema>,
  published: PublishedReport,
): Promise<void> {
  const { regionId, organId, reportYear } = published;
  const place = await transaction
    .selectFrom('organ')
    .innerJoin('region', 'region.region_id', 'organ.region_id')
    .select(['organ.slug', 'organ.name', 'region.slug as region_slug'])
    .where('organ.region_id', '=', regionId)
    .where('organ.organ_id', '=', organId)
    .executeTakeFirstOrThrow();
  await writeSearchEntry(transaction, {
    regionId,
    entryId: published.reportId,
    kind: 'annualReport',
    organId,
    title: published.version === 1 ? published.title : `${published.title}${RESTATED_MARK}`,
    body: textOf(published.report),
    genre: 'annualReport',
    documentNumber: null,
    indexNumber: null,
    otherWords: `${place.name} ${reportYear}年度 ${reportYear}年`,
    subjectCategory: null,
    validity: null,
    dateOfDocument: null,
    publishedAt: published.publishedAt,
    visibleFrom: published.publishedAt,
    path: reportPath(organPath(place.region_slug, place.slug), reportYear),
  });
}

interface MissingRow {
  readonly region_id: string;
  readonly report_id: string;
  readonly organ_id: string;
  readonly report_year: number;
  readonly version: number;
  readonly title: string;
  readonly content: string;
  readonly published_at: Date;
}

const BATCH = 100;

async function missingReports(database: Kysely<Schema>): Promise<readonly MissingRow[]> {
  const { rows } = await sql<MissingRow>`select distinct on (r.region_id, r.report_id)
      r.region_id, r.report_id, r.organ_id, r.report_year, v.version, v.title, v.content, v.published_at
    from annual_report r join report_version v using (region_id, report_id)
    where not exists (select from search_entry e where e.region_id = r.region_id and e.entry_id = r.report_id)
    order by r.region_id, r.report_id, v.version desc
    limit ${BATCH}`.execute(database);
  return rows;
}

/**
 * Makes findable what was published before there was a search, or by an older version of the program. Does nothing
 * when nothing is missing.
 *
 * @returns how many reports were added
 */
export async function indexMissingReports(database: Kysely<Schema>): Promise<number> {
  let added = 0;
  for (let rows = await missingReports(database); rows.length > 0; rows = await missingReports(database)) {
    for (const row of rows) {
      await database.transaction().execute((transaction) =>
        indexReport(transaction, {
          regionId: row.region_id,
          reportId: row.report_id,
          organId: row.organ_id,
          reportYear: row.report_year,
          version: row.version,
          title: row.title,
          report: fromJsonReport(JSON.parse(row.content)).report,
          publishedAt: row.published_at,
        }),
      );
    }
    added += rows.length;
  }
  return added;
}
