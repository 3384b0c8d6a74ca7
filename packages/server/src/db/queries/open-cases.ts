import type { ApplicationState } from '@zhaoshi/domain/application/application-state';
import type { ClockRules } from '@zhaoshi/domain/application/clock/clock-rules';
import { replayApplication } from '@zhaoshi/domain/application/evolve-application';
import { OPEN_STATUSES } from '@zhaoshi/domain/application/status';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { type ApplicationIds, eventOf } from './application-case.ts';

/** The ids of all cases that still wait for a reply, which the index on the status gives. */
export async function openCaseIds(database: Kysely<Schema>): Promise<readonly ApplicationIds[]> {
  const rows = await database
    .selectFrom('application')
    .select(['region_id', 'application_id'])
    .where('status', 'in', [...OPEN_STATUSES])
    .orderBy('region_id')
    .orderBy('application_id')
    .execute();
  return rows.map((row) => ({ regionId: row.region_id, applicationId: row.application_id }));
}

/** How many cases wait for a reply, and how many of them are past their last day; no organ and nobody is told apart. */
export async function countOpenCases(
  database: Kysely<Schema>,
  today: string,
): Promise<{ readonly open: number; readonly overdue: number }> {
  return await database
    .selectFrom('application')
    .select(({ fn }) => [
      fn.countAll<number>().as('open'),
      fn.countAll<number>().filterWhere('due_on', '<', today).as('overdue'),
    ])
    .where('status', 'in', [...OPEN_STATUSES])
    .executeTakeFirstOrThrow();
}

/** Rows of a table that belong to some cases, found by the key that begins with the case's. */
export const amongCases = (ids: readonly ApplicationIds[], table: string) => sql<boolean>`
  (${sql.ref(`${table}.region_id`)}, ${sql.ref(`${table}.application_id`)}) in (
    select * from unnest(${ids.map(({ regionId }) => regionId)}::uuid[],
      ${ids.map(({ applicationId }) => applicationId)}::uuid[]))`;

/** Rows of some cases, with nothing that is sealed. */
export async function caseRows(database: Kysely<Schema>, ids: readonly ApplicationIds[]) {
  return await database
    .selectFrom('application')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'application.region_id')
        .onRef('organ.organ_id', '=', 'application.organ_id'),
    )
    .select([
      'application.region_id',
      'application.application_id',
      'application.organ_id',
      'application.registration_number',
      'application.channel',
      'application.is_misaddressed',
      'application.sent_on',
      'application.arrived_on',
      'application.entered_at',
      'application.status',
      'application.due_on',
      'application.is_provisional',
      'application.waits_until',
      'organ.name as organ_name',
      'organ.path',
    ])
    .where(amongCases(ids, 'application'))
    .execute();
}

export type OpenCaseRow = Awaited<ReturnType<typeof caseRows>>[number];

/** The states of some cases by their ids, each replayed by the rules of its organ. */
export async function caseStates(
  database: Kysely<Schema>,
  cases: readonly {
    readonly region_id: string;
    readonly application_id: string;
    readonly clockRules: ClockRules;
  }[],
): Promise<ReadonlyMap<string, ApplicationState>> {
  const ids = cases.map((row) => ({ regionId: row.region_id, applicationId: row.application_id }));
  const events = await database
    .selectFrom('application_event')
    .select(['application_id', 'type', 'data', 'actor'])
    .where(amongCases(ids, 'application_event'))
    .orderBy('region_id')
    .orderBy('application_id')
    .orderBy('sequence')
    .execute();
  const byCase = Map.groupBy(events, ({ application_id }) => application_id);
  return new Map(
    cases.map(({ application_id, clockRules }) => [
      application_id,
      replayApplication(
        (byCase.get(application_id) ?? []).map((row) => ({ event: eventOf(row), by: row.actor })),
        clockRules,
      ),
    ]),
  );
}
