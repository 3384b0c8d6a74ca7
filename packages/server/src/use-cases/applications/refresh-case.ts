import type { ApplicationState } from '@zhaoshi/domain/application/application-state';
import { caseDeadlines } from '@zhaoshi/domain/application/case-deadlines';
import { isOpen } from '@zhaoshi/domain/application/status';
import { type ApplicationIds, type CaseRow, lockCase } from '../../db/queries/application-case.ts';
import type { OpenCaseRow } from '../../db/queries/open-cases.ts';
import { setDeadlines } from '../calendar/set-deadlines.ts';
import type { UseCaseContext } from '../context.ts';
import { loadState, projectionOf } from './act-on-case.ts';
import type { CaseContext } from './case-context.ts';
import { tellMovedDue } from './tell-moved-due.ts';

type Dates = Pick<CaseRow, 'due_on' | 'is_provisional' | 'waits_until'>;

/** The dates of a row as they are today. */
function datesOf(state: ApplicationState, rules: CaseContext): Dates {
  const { due_on, is_provisional, waits_until } = projectionOf(state, rules);
  return { due_on, is_provisional, waits_until };
}

/** Whether the row says something else than the case's events do today: a day went by, or a calendar was loaded. */
export function isBehind(
  row: Pick<OpenCaseRow, keyof Dates>,
  state: ApplicationState,
  rules: CaseContext,
): boolean {
  const { due_on, is_provisional, waits_until } = datesOf(state, rules);
  return row.due_on !== due_on || row.is_provisional !== is_provisional || row.waits_until !== waits_until;
}

/**
 * Brings the dates of an open case's row along with the day and the calendar; people are told of a last day that a
 * calendar moved. The version stays: nothing was done to the case, and what somebody is typing for it holds.
 */
export async function refreshCase(
  { database, now, newId }: UseCaseContext,
  ids: ApplicationIds,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const row = await lockCase(transaction, ids);
    if (row === undefined || !isOpen(row.status)) return;
    const { state, rules } = await loadState(transaction, row, now());
    if (!isBehind(row, state, rules)) return;
    const dates = datesOf(state, rules);
    await transaction
      .updateTable('application')
      .set(dates)
      .where('region_id', '=', ids.regionId)
      .where('application_id', '=', ids.applicationId)
      .execute();
    const organ = { regionId: row.region_id, organId: row.organ_id, path: row.path };
    const subject = `application/${row.application_id}`;
    await setDeadlines(transaction, { ...organ, subject, at: now(), newId }, caseDeadlines(state, rules));
    await tellMovedDue(transaction, { row, state, rules, dueOn: dates.due_on }, { now, newId });
  });
}
