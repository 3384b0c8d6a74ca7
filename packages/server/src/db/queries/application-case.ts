import type { ApplicationEvent } from '@zhaoshi/domain/application/act';
import { type ApplicationState } from '@zhaoshi/domain/application/application-state';
import type { ClockRules } from '@zhaoshi/domain/application/clock/clock-rules';
import { type RecordedEvent, replayApplication } from '@zhaoshi/domain/application/evolve-application';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** Who acts on the portal: events and trail name no person. */
export const APPLICANT_ACTOR = 'applicant';

/** The ids that name a case, as they stand in the tables. */
export interface ApplicationIds {
  readonly regionId: string;
  readonly applicationId: string;
}

const cases = (database: Kysely<Schema>, { regionId, applicationId }: ApplicationIds) =>
  database
    .selectFrom('application')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'application.region_id')
        .onRef('organ.organ_id', '=', 'application.organ_id'),
    )
    .innerJoin('applicant', (join) =>
      join
        .onRef('applicant.region_id', '=', 'application.region_id')
        .onRef('applicant.applicant_id', '=', 'application.applicant_id'),
    )
    .leftJoin('account as officer', 'officer.account_id', 'application.officer_id')
    .selectAll('application')
    .select([
      'organ.name as organ_name',
      'organ.path',
      'applicant.masked_name',
      'applicant.sealed as applicant_sealed',
      'officer.display_name as officer_name',
    ])
    .where('application.region_id', '=', regionId)
    .where('application.application_id', '=', applicationId);

/** A case's row; `undefined` when there is none. */
export const findCase = async (database: Kysely<Schema>, ids: ApplicationIds) =>
  await cases(database, ids).executeTakeFirst();

export type CaseRow = NonNullable<Awaited<ReturnType<typeof findCase>>>;

/** The row, locked: who acts on the same case at the same time waits, and then finds it changed. */
export const lockCase = async (database: Kysely<Schema>, ids: ApplicationIds) =>
  await cases(database, ids).forUpdate('application').executeTakeFirst();

export async function caseEvents(database: Kysely<Schema>, { regionId, applicationId }: ApplicationIds) {
  return await database
    .selectFrom('application_event')
    .leftJoin('account', (join) =>
      // The applicant has no account; asked so, the account is found by its key.
      join.on(
        sql<boolean>`account.account_id = case when application_event.actor <> ${APPLICANT_ACTOR}
          then application_event.actor::uuid end`,
      ),
    )
    .selectAll('application_event')
    .select('account.display_name')
    .where('region_id', '=', regionId)
    .where('application_id', '=', applicationId)
    .orderBy('sequence')
    .execute();
}

export type EventRow = Awaited<ReturnType<typeof caseEvents>>[number];

/**
 * The event as it was accepted. Rows are written by `appendEvent` only, from a value of that type, and never changed.
 */
export const eventOf = ({ type, data }: Pick<EventRow, 'type' | 'data'>): ApplicationEvent =>
  ({ type, ...(data as object) }) as ApplicationEvent;

const recordedOf = (row: EventRow): RecordedEvent => ({ event: eventOf(row), by: row.actor });

/** What the events make of the case. */
export const stateOf = (events: readonly EventRow[], rules: ClockRules): ApplicationState =>
  replayApplication(events.map(recordedOf), rules);
