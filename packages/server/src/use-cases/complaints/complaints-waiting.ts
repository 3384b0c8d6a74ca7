import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type Actor, widestReach } from '@zhaoshi/domain/permission/can';
import type { DutyTodoFacts } from '@zhaoshi/domain/todo/duty-todo';
import type { Kysely } from 'kysely';
import { owedComplaints } from '../../db/queries/complaints.ts';
import { ordersOwed, ordersToReview } from '../../db/queries/remediation-orders.ts';
import type { Schema } from '../../db/schema.ts';
import { complaintClocks, nextDueOf } from './complaint-clocks.ts';

const waiting = (days: readonly CivilDate[]) => ({ count: days.length, dueOn: days.toSorted()[0] ?? null });

/** What is owed to complainants, with the first of its days. */
async function complaintsOwed(database: Kysely<Schema>, actor: Actor): Promise<DutyTodoFacts> {
  const rows = await owedComplaints(database, actor);
  const [first] = rows;
  if (first === undefined) return {};
  // The right reaches one organ, whose calendar and settings hold for all of them.
  const clocks = await complaintClocks(database, first.path);
  const due = rows.flatMap((row) => {
    const next = nextDueOf(clocks, row);
    return next === null ? [] : [{ step: next.step, date: next.due.date }];
  });
  const of = (step: 'acknowledge' | 'result') =>
    waiting(due.filter((one) => one.step === step).map(({ date }) => date));
  return { complaintsToAcknowledge: of('acknowledge'), complaintsToAnswer: of('result') };
}

/** What waits in complaints and orders for a person. */
export async function complaintsWaiting(database: Kysely<Schema>, actor: Actor): Promise<DutyTodoFacts> {
  const handles = widestReach(actor, 'complaint.handle') !== null;
  const performs = widestReach(actor, 'remediation.perform') !== null;
  return {
    ...(handles && (await complaintsOwed(database, actor))),
    ...(performs && { ordersToPerform: await ordersOwed(database, actor) }),
    ...(handles && { ordersToReview: { count: await ordersToReview(database, actor), dueOn: null } }),
  };
}
