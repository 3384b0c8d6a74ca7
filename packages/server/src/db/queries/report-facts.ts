import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { ReportIds, ReportKey } from './report-work.ts';

/**
 * Whether the public finds a report in the central column of its level (30号二(一)): as a published report of a unit of the
 * year's list. A government's own sum belongs in the column of the level above.
 *
 * @returns `null`: there is no region above, so that the column is not kept here
 */
export async function isListedCentrally(
  database: Kysely<Schema>,
  { regionId, organId, reportYear }: ReportKey,
): Promise<boolean | null> {
  const { rows } = await sql<{ is_listed: boolean; is_topmost: boolean }>`
    select exists (
        select from published.reporting_unit as unit
        join published.annual_report as report on report.region_id = unit.unit_region_id
          and report.organ_id = unit.unit_organ_id and report.report_year = unit.report_year
        where unit.unit_region_id = ${regionId}::uuid and unit.unit_organ_id = ${organId}::uuid
          and unit.report_year = ${reportYear}::integer and unit.included) as is_listed,
      exists (
        select from organ join region using (region_id)
        where organ.region_id = ${regionId}::uuid and organ.organ_id = ${organId}::uuid
          and organ.parent_id is null and region.parent_id is null) as is_topmost`.execute(database);
  const [row] = rows;
  return row === undefined || (row.is_topmost && !row.is_listed) ? null : row.is_listed;
}

/** Sentences of findings whose meaning a person confirmed, as they hold. */
export const confirmationsInForce = async (database: Kysely<Schema>, { regionId, reportId }: ReportIds) =>
  await database
    .selectFrom('report_confirmation')
    .innerJoin('account', 'account.account_id', 'report_confirmation.given_by')
    .selectAll('report_confirmation')
    .select('account.display_name')
    .where('region_id', '=', regionId)
    .where('report_id', '=', reportId)
    .where('ended_at', 'is', null)
    .orderBy('given_at')
    .execute();

export type ConfirmationRow = Awaited<ReturnType<typeof confirmationsInForce>>[number];
