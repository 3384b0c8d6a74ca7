import { addWorkingDays } from '@zhaoshi/domain/calendar/working-days';
import type { ApplicationTodoFacts } from '@zhaoshi/domain/todo/application-todo';
import type { Kysely } from 'kysely';
import { applicationTodo, type ReviewedCase } from '../../db/queries/application-todo.ts';
import { caseRows, caseStates } from '../../db/queries/open-cases.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { Caller } from '../context.ts';
import { type CaseContext, caseContext } from './case-context.ts';

/** More replies than this under review at once are not told apart. */
const MOST_REVIEWED = 500;

/** The replies of an organ that are under review, each replayed: how many reviews it passed stands in its events. */
async function underReview(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  { clockRules, caseRules }: CaseContext,
): Promise<readonly ReviewedCase[]> {
  const ids = await database
    .selectFrom('application')
    .select(['region_id as regionId', 'application_id as applicationId'])
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('status', '=', 'underReview')
    .limit(MOST_REVIEWED)
    .execute();
  const rows = (await caseRows(database, ids)).map((row) => ({ ...row, clockRules }));
  const states = await caseStates(database, rows);
  return rows.flatMap(({ region_id, application_id, due_on }) => {
    const state = states.get(application_id);
    if (state === undefined) return [];
    const isReviewed = caseRules.requiredReviews.every(
      (kind) => state.draft?.reviews.includes(kind) === true,
    );
    return [
      { ids: { regionId: region_id, applicationId: application_id }, dueOn: due_on, state, isReviewed },
    ];
  });
}

/** What of the to-do list of a person the register of applications says. */
export async function applicationWaiting(
  database: Kysely<Schema>,
  { accountId, actor }: Caller,
  now: Date,
): Promise<ApplicationTodoFacts> {
  const rules = await caseContext(database, actor.path, now);
  const { calendar, milestoneRules, today } = rules;
  const soon = addWorkingDays(calendar, today, milestoneRules.secondDays).date;
  return await applicationTodo(database, { accountId, actor, today, soon }, (organ) =>
    underReview(database, organ, rules),
  );
}
