import { dutiesOfStages } from '@zhaoshi/domain/dispute/dispute-duties';
import { appealDays } from '@zhaoshi/domain/dispute/dispute-results';
import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { DutyTodoFacts } from '@zhaoshi/domain/todo/duty-todo';
import type { Kysely } from 'kysely';
import { disputesOwing, disputesUnsettled } from '../../db/queries/disputes.ts';
import type { OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { dutyRulesOf } from './duty-rules.ts';

const first = (days: readonly CivilDate[]): CivilDate | null => days.toSorted()[0] ?? null;

/** Judgments whose time to appeal has run, and of which nothing more is known. */
async function judgmentsToFollow(
  database: Kysely<Schema>,
  ids: { readonly regionId: string; readonly organId: string },
  today: CivilDate,
): Promise<number> {
  const unsettled = await disputesUnsettled(database, ids);
  return unsettled.filter(({ stages }) => {
    const last = stages.at(-1);
    if (last === undefined || last.result === null || last.decidedOn === null) return false;
    const days = appealDays(last.kind, last.result);
    return days !== null && last.effectiveOn === null && addDays(last.decidedOn, days) < today;
  }).length;
}

/** What an organ owes in its disputes, and until when the first of it. */
export async function disputesWaiting(
  database: Kysely<Schema>,
  { region_id: regionId, organ_id: organId, path }: OrganRow,
  today: CivilDate,
): Promise<Pick<DutyTodoFacts, 'disputesOwed' | 'judgmentsToFollow'>> {
  const ids = { regionId, organId };
  const owing = await disputesOwing(database, ids);
  const placed = owing.map((dispute) => ({ dispute, path }));
  const rulesFor = await dutyRulesOf(database, placed);
  const owed = placed.flatMap((one) => {
    const due = dutiesOfStages(one.dispute.stages, rulesFor(one)).filter(({ isOwed }) => isOwed);
    return due.length === 0 ? [] : [first(due.map((one) => one.due.date))];
  });
  return {
    disputesOwed: { count: owed.length, dueOn: first(owed.filter((day) => day !== null)) },
    judgmentsToFollow: { count: await judgmentsToFollow(database, ids, today), dueOn: null },
  };
}
