import { type FrozenYear, LOCKING_STATUSES } from '@zhaoshi/domain/annual-report/work/period-lock';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';
import { isCountedIn, possibleReporters } from './reported-organs.ts';

/**
 * Years whose report is frozen with a table that was counted from the register, or typed as the register counts it; other
 * typed tables and old files say nothing of single cases. Every report that may count the organ is held until the end of the transaction, frozen or not: nothing
 * is frozen while a case is changed. What is read then is what the others left that were waited for.
 */
export async function frozenYears(
  database: Kysely<Schema>,
  organ: OrganIds,
  register: 't2' | 't3' | 't4',
): Promise<readonly FrozenYear[]> {
  const reporters = await possibleReporters(database, organ);
  const regions = reporters.map(({ regionId }) => regionId);
  const ids = reporters.map(({ organId }) => organId);
  const ofReporters = sql`(work.region_id, work.organ_id) in (select * from unnest(${regions}::uuid[], ${ids}::uuid[]))`;
  await sql`select from report_work as work where ${ofReporters}
    order by work.region_id, work.report_id for share`.execute(database);
  const { rows } = await sql<{ organ_id: string; report_year: number; status: FrozenYear['status'] }>`
    select work.organ_id, work.report_year, work.status from report_work as work
    where ${ofReporters}
      and work.status = any(${LOCKING_STATUSES}::text[])
      and (work.draft -> 'sources' ->> ${register} = 'counted'
        or exists (select from report_submission_case as one where one.region_id = work.region_id
          and one.report_id = work.report_id and one.submission = work.frozen and one.register = ${register}))
      and exists (select from report_submission as sent where sent.region_id = work.region_id
        and sent.report_id = work.report_id and sent.submission = work.frozen and sent.cases_sha256 is not null)
    order by work.report_year`.execute(database);
  const years: FrozenYear[] = [];
  for (const { organ_id: reporterId, report_year: reportYear, status } of rows) {
    if (await isCountedIn(database, organ, { reporterId, reportYear })) years.push({ reportYear, status });
  }
  return years;
}
