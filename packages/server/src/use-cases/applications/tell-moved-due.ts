import type { ApplicationState } from '@zhaoshi/domain/application/application-state';
import { recipientsOf } from '@zhaoshi/domain/application/reminder-recipients';
import { isDueSettled, wasToldDue } from '@zhaoshi/domain/application/told-due';
import { sql, type Transaction } from 'kysely';
import type { CaseRow } from '../../db/queries/application-case.ts';
import { organDesk } from '../../db/queries/reminder-desk.ts';
import type { Schema } from '../../db/schema.ts';
import type { UseCaseContext } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import type { CaseContext } from './case-context.ts';

interface MovedDue {
  /** As it was before. */
  readonly row: CaseRow;
  readonly state: ApplicationState;
  readonly rules: CaseContext;
  readonly dueOn: string | null;
}

/** Keeps that the applicant was told another day, until it is that day again (calendar.md §4). */
async function keepToldDay(
  transaction: Transaction<Schema>,
  { region_id, application_id }: CaseRow,
  toldOn: string,
  dueOn: string,
  at: Date,
): Promise<void> {
  await transaction
    .insertInto('application_moved_due')
    .values({ region_id, application_id, told_on: toldOn, due_on: dueOn, moved_at: at })
    .onConflict((conflict) =>
      conflict.columns(['region_id', 'application_id']).doUpdateSet({ due_on: dueOn, moved_at: at }),
    )
    .execute();
  await transaction
    .deleteFrom('application_moved_due')
    .where('region_id', '=', region_id)
    .where('application_id', '=', application_id)
    .where(sql<boolean>`told_on = due_on`)
    .execute();
}

/**
 * Tells the officers of a case whose last day a calendar moved, and keeps it for the to-do list where the applicant was
 * told the other day.
 */
export async function tellMovedDue(
  transaction: Transaction<Schema>,
  { row, state, rules, dueOn }: MovedDue,
  { now, newId }: Pick<UseCaseContext, 'now' | 'newId'>,
): Promise<void> {
  if (row.due_on === null || dueOn === null || row.due_on === dueOn || !isDueSettled(state)) return;
  const organ = { regionId: row.region_id, organId: row.organ_id, path: row.path };
  const desk = { ...(await organDesk(transaction, organ)), officerId: state.officerId };
  const facts = {
    organ: row.organ_name,
    number: row.registration_number,
    before: row.due_on,
    after: dueOn,
    regionId: row.region_id,
    applicationId: row.application_id,
  };
  for (const accountId of recipientsOf(['drafter', 'disclosureOfficer'], desk)) {
    await notify(transaction, { accountId, kind: 'applicationDueMoved', facts }, { now, newId });
  }
  if (rules.settings('application.tellsMovedDates') && wasToldDue(state)) {
    await keepToldDay(transaction, row, row.due_on, dueOn, now());
  }
}
