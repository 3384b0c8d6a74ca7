import type { ReportEvent } from '@zhaoshi/domain/annual-report/work/report-act';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';

/** The report of an organ for a year. */
export interface ReportKey extends OrganIds {
  readonly reportYear: number;
}

export interface ReportIds {
  readonly regionId: string;
  readonly reportId: string;
}

const works = (database: Kysely<Schema>, { regionId, organId, reportYear }: ReportKey) =>
  database
    .selectFrom('report_work')
    .selectAll('report_work')
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('report_year', '=', reportYear);

/** The row of a report that somebody has begun; `undefined` before. */
export const findReportWork = async (database: Kysely<Schema>, key: ReportKey) =>
  await works(database, key).executeTakeFirst();

export type ReportWorkRow = NonNullable<Awaited<ReturnType<typeof findReportWork>>>;

/** The row, locked: who changes the same report at the same time waits, and then finds it changed. */
export const lockReportWork = async (database: Kysely<Schema>, key: ReportKey) =>
  await works(database, key).forUpdate().executeTakeFirst();

/** Everything done to a report, the first first, with who did it. */
export async function reportEvents(database: Kysely<Schema>, { regionId, reportId }: ReportIds) {
  return await database
    .selectFrom('report_event')
    .innerJoin('account', 'account.account_id', 'report_event.actor')
    .selectAll('report_event')
    .select('account.display_name')
    .where('region_id', '=', regionId)
    .where('report_id', '=', reportId)
    .orderBy('sequence')
    .execute();
}

export type ReportEventRow = Awaited<ReturnType<typeof reportEvents>>[number];

/** The event as it was accepted; rows are written by `appendReportEvent` only and never changed. */
export const reportEventOf = ({ type, data, actor, recorded_at }: ReportEventRow): ReportEvent =>
  ({ type, ...data, by: actor, at: recorded_at.toISOString() }) as ReportEvent;

/** One frozen state; `undefined` when there is none of that number. */
export const findSubmission = async (
  database: Kysely<Schema>,
  { regionId, reportId }: ReportIds,
  submission: number,
) =>
  await database
    .selectFrom('report_submission')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('report_id', '=', reportId)
    .where('submission', '=', submission)
    .executeTakeFirst();

export type SubmissionRow = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

/** Reasons given for findings that still hold. */
export const waiversInForce = async (database: Kysely<Schema>, { regionId, reportId }: ReportIds) =>
  await database
    .selectFrom('report_waiver')
    .innerJoin('account', 'account.account_id', 'report_waiver.given_by')
    .selectAll('report_waiver')
    .select('account.display_name')
    .where('region_id', '=', regionId)
    .where('report_id', '=', reportId)
    .where('ended_at', 'is', null)
    .orderBy('given_at')
    .execute();

/** What the public sees of an organ's report of a year, as JSON text; `undefined` when nothing is published. */
export const publishedContent = async (
  database: Kysely<Schema>,
  { regionId, organId, reportYear }: ReportKey,
) =>
  await database
    .selectFrom('annual_report')
    .innerJoin('report_version', (join) =>
      join
        .onRef('report_version.region_id', '=', 'annual_report.region_id')
        .onRef('report_version.report_id', '=', 'annual_report.report_id'),
    )
    .select(['annual_report.report_id', 'version', 'content', 'content_sha256', 'published_at'])
    .where('annual_report.region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('report_year', '=', reportYear)
    .where('published_at', '<=', sql<Date>`now()`)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();

/** A unit of a region's list with what it has sent, if anything; the order is that of the list. */
export const memberReportsQuery = (database: Kysely<Schema>, regionId: string, reportYear: number) =>
  database
    .selectFrom('reporting_unit as unit')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'unit.unit_region_id')
        .onRef('organ.organ_id', '=', 'unit.unit_organ_id'),
    )
    .leftJoin('report_work as work', (join) =>
      join
        .onRef('work.organ_id', '=', 'unit.unit_organ_id')
        .onRef('work.region_id', '=', 'unit.unit_region_id')
        .on('work.report_year', '=', reportYear),
    )
    .leftJoin('report_submission as sent', (join) =>
      join
        .onRef('sent.region_id', '=', 'work.region_id')
        .onRef('sent.report_id', '=', 'work.report_id')
        .onRef('sent.submission', '=', 'work.counted'),
    )
    .select([
      'organ.region_id',
      'organ.organ_id',
      'organ.name',
      'organ.kind',
      'organ.path',
      'work.status',
      'work.report_id',
      'sent.submission',
      'sent.content_sha256',
      'sent.table_forms',
      'sent.figures',
    ])
    .where('unit.region_id', '=', regionId)
    .where('unit.report_year', '=', reportYear)
    .where('unit.included', '=', true)
    .orderBy('unit.position');

export const memberReports = async (database: Kysely<Schema>, regionId: string, reportYear: number) =>
  await memberReportsQuery(database, regionId, reportYear).execute();

export type MemberReportRow = Awaited<ReturnType<typeof memberReports>>[number];

/** Ids of the units that report to a region for a year; none where no list was set. */
export async function listedUnits(
  database: Kysely<Schema>,
  { regionId, reportYear }: { readonly regionId: string; readonly reportYear: number },
): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('reporting_unit')
    .select('unit_organ_id')
    .where('region_id', '=', regionId)
    .where('report_year', '=', reportYear)
    .where('included', '=', true)
    .execute();
  return new Set(rows.map(({ unit_organ_id }) => unit_organ_id));
}

/** Every frozen state of a report, the newest first; without its content. */
export const submissionsOf = async (database: Kysely<Schema>, { regionId, reportId }: ReportIds) =>
  await database
    .selectFrom('report_submission')
    .select([
      'submission',
      'edition',
      'origin',
      'content_sha256',
      'cells_sha256',
      'cases_sha256',
      'file_id',
      'made_at',
    ])
    .where('region_id', '=', regionId)
    .where('report_id', '=', reportId)
    .orderBy('submission', 'desc')
    .execute();

/** An organ's reports that were begun or published, one a year; of one published before it was made here no status. */
export const reportsOfOrgan = async (database: Kysely<Schema>, { regionId, organId }: OrganIds) =>
  await database
    .selectFrom('annual_report as report')
    .leftJoin('report_work as work', (join) =>
      join.onRef('work.region_id', '=', 'report.region_id').onRef('work.report_id', '=', 'report.report_id'),
    )
    .select(['report.report_year', 'work.status', 'work.edition', 'work.blocks', 'work.warnings'])
    .where('report.region_id', '=', regionId)
    .where('report.organ_id', '=', organId)
    .execute();
