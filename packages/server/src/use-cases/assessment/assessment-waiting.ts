import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { widestReach } from '@zhaoshi/domain/permission/can';
import { selfAskedUntil } from '@zhaoshi/domain/todo/assessment-todo';
import type { DutyTodoFacts, WaitingDuty } from '@zhaoshi/domain/todo/duty-todo';
import type { Kysely } from 'kysely';
import {
  assessmentsToEnd,
  objectionsToRule,
  selfAssessmentsAsked,
} from '../../db/queries/assessment-todo.ts';
import type { Schema } from '../../db/schema.ts';
import type { Caller } from '../context.ts';

type Counted = Awaited<ReturnType<typeof assessmentsToEnd>>;

const waiting = ({ count, due_on }: Counted): WaitingDuty => ({ count, dueOn: due_on });

const waitingObjections = ({ count, first }: Awaited<ReturnType<typeof objectionsToRule>>): WaitingDuty => ({
  count,
  dueOn: null,
  assessedUnit: first,
});

/** What waits in assessments for a person: objections to decide, their own organ's word, assessments to end. */
export async function assessmentsWaiting(
  database: Kysely<Schema>,
  { actor, accountId }: Pick<Caller, 'actor' | 'accountId'>,
  now: Date,
): Promise<DutyTodoFacts> {
  const today = civilDateAt(now);
  const may = (permission: Parameters<typeof widestReach>[1]): boolean =>
    widestReach(actor, permission) !== null;
  return {
    ...(may('assessment.judge') && {
      objectionsToRule: waitingObjections(await objectionsToRule(database, actor, accountId)),
    }),
    ...(may('assessment.answer') && {
      selfAssessmentsAsked: waiting(await selfAssessmentsAsked(database, actor, selfAskedUntil(today))),
    }),
    ...(may('assessment.manage') && {
      assessmentsToEnd: waiting(await assessmentsToEnd(database, actor, today)),
    }),
  };
}
