import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { clocksOf, nextDueAt } from '@zhaoshi/domain/opinion/clocks';
import type { DutyTodoFacts } from '@zhaoshi/domain/todo/duty-todo';
import type { Kysely } from 'kysely';
import { factsOf, openOpinionsOf } from '../../db/queries/opinions.ts';
import type { Schema } from '../../db/schema.ts';
import { opinionRulesReader } from './opinion-rules.ts';

/** What of an organ's events waits: those that must be answered by an hour, and those that nobody has assessed. */
export async function opinionsWaiting(
  database: Kysely<Schema>,
  path: string,
  now: Date,
): Promise<Pick<DutyTodoFacts, 'opinionsToAnswer' | 'opinionsToAssess'>> {
  const open = await openOpinionsOf(database, path);
  if (open.length === 0) return {};
  const rules = await opinionRulesReader(database)(path);
  const due = open
    .map((row) => nextDueAt(clocksOf(factsOf(row), rules, now)))
    .filter((moment) => moment !== null)
    .toSorted((a, b) => a.getTime() - b.getTime());
  const [first] = due;
  return {
    opinionsToAnswer: { count: due.length, dueOn: first === undefined ? null : civilDateAt(first) },
    opinionsToAssess: { count: open.filter(({ step }) => step === 'collected').length, dueOn: null },
  };
}
