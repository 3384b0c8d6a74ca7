import { OFFICIAL_YEARS } from '@zhaoshi/domain/calendar/official-years';
import { type Actor, widestReach } from '@zhaoshi/domain/permission/can';
import type { TodoFacts } from '@zhaoshi/domain/todo/todo-items';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { atOrAbove } from '../paths-upwards.ts';
import type { Schema } from '../schema.ts';
import { lacksOffice } from './lacks-office.ts';
import { reachedOrgan } from './reached-organ.ts';

async function count(database: Kysely<Schema>, query: RawBuilder<{ count: number }>): Promise<number> {
  const { rows } = await query.execute(database);
  return rows[0]?.count ?? 0;
}

async function calendarYears(database: Kysely<Schema>, actor: Actor): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ calendar_year: number }>`
    select distinct w.calendar_year from working_calendar w join organ using (region_id, organ_id)
    where w.file is not null and ${atOrAbove(actor.path)}`.execute(database);
  return new Set([
    ...OFFICIAL_YEARS.filter(({ notices }) => notices.length > 0).map(({ year }) => year),
    ...rows.map(({ calendar_year }) => calendar_year),
  ]);
}

/** The list belongs to the government whose office the person works in; elsewhere there is none to keep. */
async function reportingYears(database: Kysely<Schema>, actor: Actor): Promise<ReadonlySet<number> | null> {
  if (widestReach(actor, 'reportingUnit.manage') === null) return null;
  const { rows } = await sql<{ report_year: number | null }>`
    select l.report_year from organ left join reporting_unit_list l using (region_id)
    where organ.path = ${actor.jurisdiction} and organ.kind like '%Government'`.execute(database);
  if (rows.length === 0) return null;
  return new Set(rows.flatMap(({ report_year }) => (report_year === null ? [] : [report_year])));
}

/** What of the to-do list the other registers say; each figure only of what the person's rights reach. */
export async function todoFacts(
  database: Kysely<Schema>,
  actor: Actor,
  at: Date,
): Promise<
  Omit<
    TodoFacts,
    | 'reports'
    | 'applications'
    | 'amendments'
    | 'documents'
    | 'voices'
    | 'channels'
    | 'duties'
    | 'calendarsToConfirm'
  >
> {
  const incomplete = sql<{ count: number }>`
    select count(*) as count from organ where ${reachedOrgan(actor, 'organ.edit')} and ${lacksOffice}`;
  const locked = sql<{ count: number }>`
    select count(distinct a.account_id) as count from account a
    join membership m on m.account_id = a.account_id and m.revoked_at is null
    join organ on organ.region_id = m.region_id and organ.organ_id = m.organ_id
    where a.locked_until > ${at} and ${reachedOrgan(actor, 'account.manage')}`;
  const failed = sql<{ count: number }>`select count(*) as count from pgboss.job where state = 'failed'`;
  const mayRetry = widestReach(actor, 'job.retry') !== null;
  return {
    calendarYears: await calendarYears(database, actor),
    reportingYears: await reportingYears(database, actor),
    incompleteOffices: await count(database, incomplete),
    failedJobs: mayRetry ? await count(database, failed) : 0,
    lockedAccounts: await count(database, locked),
  };
}
