import { draftOfReport } from '@zhaoshi/domain/annual-report/work/draft-of-report';
import { EMPTY_DRAFT, type ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import { REPORT_START } from '@zhaoshi/domain/annual-report/work/report-state';
import { fromJsonReport } from '@zhaoshi/report-files/json-report';
import { sql, type Transaction } from 'kysely';
import {
  lockReportWork,
  publishedContent,
  type ReportKey,
  type ReportWorkRow,
} from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import type { UseCaseContext } from '../context.ts';
import { appendReportEvent } from './append-event.ts';
import { freezeReport } from './freeze-report.ts';

type Beginning = Pick<UseCaseContext, 'now' | 'newId'> & { readonly by: string };

/** The report's row of `annual_report`, made when it is not there, locked, so that two at once queue here. */
export async function lockReport(
  transaction: Transaction<Schema>,
  { regionId, organId, reportYear }: ReportKey,
  newId: () => string,
): Promise<string> {
  await transaction
    .insertInto('annual_report')
    .values({ region_id: regionId, report_id: newId(), organ_id: organId, report_year: reportYear })
    .onConflict((conflict) => conflict.columns(['region_id', 'organ_id', 'report_year']).doNothing())
    .execute();
  const { rows } = await sql<{ report_id: string }>`
    select lock_annual_report(${regionId}::uuid, ${organId}::uuid, ${reportYear}::integer) as report_id`.execute(
    transaction,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the report has no row');
  return row.report_id;
}

/** Begins the work on a report with what is written of it; its row of `annual_report` is locked. */
export async function insertWork(
  transaction: Transaction<Schema>,
  key: ReportKey,
  { reportId, draft, at }: { readonly reportId: string; readonly draft: ReportDraft; readonly at: Date },
): Promise<ReportWorkRow> {
  await transaction
    .insertInto('report_work')
    .values({
      region_id: key.regionId,
      report_id: reportId,
      organ_id: key.organId,
      report_year: key.reportYear,
      status: 'drafting',
      frozen: null,
      counted: null,
      published: null,
      draft: JSON.stringify(draft),
      blocks: null,
      warnings: null,
      signed_at: null,
      accepted_at: null,
      updated_at: at,
    })
    .execute();
  const row = await lockReportWork(transaction, key);
  if (row === undefined) throw new Error('the report that was begun has no row');
  return row;
}

/**
 * The row on which a report is worked, locked; begun when nobody has. A report that was published before it was made
 * here begins with that, as its file says. One that is not begun has version 1.
 */
export async function beginReport(
  transaction: Transaction<Schema>,
  key: ReportKey,
  { now, newId, by }: Beginning,
): Promise<ReportWorkRow> {
  const reportId = await lockReport(transaction, key, newId);
  const begun = await lockReportWork(transaction, key);
  if (begun !== undefined) return begun;
  const at = now();
  const published = await publishedContent(transaction, key);
  if (published === undefined) {
    return await insertWork(transaction, key, { reportId, draft: EMPTY_DRAFT, at });
  }
  const read = fromJsonReport(JSON.parse(published.content));
  const row = await insertWork(transaction, key, { reportId, draft: draftOfReport(read.report), at });
  const frozen = await freezeReport(transaction, row, {
    read,
    origin: 'file',
    edition: 1,
    findings: [],
    cases: null,
    by,
    at,
  });
  const event = {
    type: 'enterFile',
    ...frozen,
    as: 'published',
    by,
    at: published.published_at.toISOString(),
  } as const;
  await appendReportEvent(transaction, row, REPORT_START, { event, sequence: 1, texts: {} });
  const adopted = await lockReportWork(transaction, key);
  if (adopted === undefined) throw new Error('the report that was begun has no row');
  // Whoever acts has seen the published report, which had version 1.
  return { ...adopted, version: 1 };
}
