import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { ReportIds } from './report-work.ts';

/** The cases behind a frozen state; `null`: its figures were typed or came from a file. */
export async function frozenCaseList(
  database: Kysely<Schema>,
  { regionId, reportId }: ReportIds,
  submission: number,
) {
  const sent = await database
    .selectFrom('report_submission')
    .select('cases_sha256')
    .where('region_id', '=', regionId)
    .where('report_id', '=', reportId)
    .where('submission', '=', submission)
    .executeTakeFirst();
  if (sent === undefined || sent.cases_sha256 === null) return null;
  return await database
    .selectFrom('report_submission_case')
    .select(['register', 'case_id', 'place'])
    .where('region_id', '=', regionId)
    .where('report_id', '=', reportId)
    .where('submission', '=', submission)
    .execute();
}

/**
 * Of some cases those that were there before a moment and were moved since: a day of receipt that was put right. What was
 * received only since then was let in (条例31).
 */
export async function applicationsMovedSince(
  database: Kysely<Schema>,
  applicationIds: readonly string[],
  since: Date,
): Promise<readonly string[]> {
  const { rows } = await sql<{ application_id: string }>`
    select distinct application_id from application join application_event using (region_id, application_id)
    where application_id = any(${applicationIds}::uuid[]) and entered_at < ${since}
      and type = 'correctReceipt' and recorded_at >= ${since}`.execute(database);
  return rows.map(({ application_id }) => application_id);
}

/** The same of disputes: entered before and edited since. */
export async function disputesMovedSince(
  database: Kysely<Schema>,
  disputeIds: readonly string[],
  since: Date,
): Promise<readonly string[]> {
  const { rows } = await sql<{ dispute_id: string }>`
    select distinct dispute_id from dispute join dispute_event using (region_id, dispute_id)
    where dispute_id = any(${disputeIds}::uuid[]) and entered_at < ${since} and recorded_at >= ${since}
      and type in ('edit', 'addStage', 'editStage', 'removeStage', 'remove')`.execute(database);
  return rows.map(({ dispute_id }) => dispute_id);
}

/** What people call some cases: registration numbers, and numbers of the last stage of disputes. */
export async function caseNames(
  database: Kysely<Schema>,
  {
    applicationIds,
    disputeIds,
  }: { readonly applicationIds: readonly string[]; readonly disputeIds: readonly string[] },
): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select registration_number as name from application where application_id = any(${applicationIds}::uuid[])
    union all
    select coalesce((select nullif(number, '') from dispute_stage as stage
        where stage.region_id = dispute.region_id and stage.dispute_id = dispute.dispute_id
        order by sequence desc limit 1), '没有案号的复议诉讼案件')
      from dispute where dispute_id = any(${disputeIds}::uuid[])
    order by 1`.execute(database);
  return rows.map(({ name }) => name);
}
