import { startOfYear } from '@zhaoshi/domain/kernel/civil-date';
import {
  clocksOf,
  type OpinionRules,
  type OpinionStanding,
  standingOf,
} from '@zhaoshi/domain/opinion/clocks';
import type { OpinionLevel } from '@zhaoshi/domain/opinion/opinion';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { factsOf, listOpinions, type OpinionKey, type OpinionRow } from '../../db/queries/opinions.ts';
import type { UseCaseContext } from '../context.ts';
import { opinionRulesReader } from './opinion-rules.ts';

/** Rows that are read at once where most of them may not be wanted. */
const BATCH = 200;

export interface FoundOpinion {
  readonly row: OpinionRow;
  readonly rules: OpinionRules;
}

export interface OpinionQuestion {
  readonly organId?: string | undefined;
  readonly level?: OpinionLevel | undefined;
  readonly state?: 'open' | 'closed' | undefined;
  readonly standing?: OpinionStanding | undefined;
  readonly year?: number | undefined;
}

type FindContext = Pick<UseCaseContext, 'database' | 'now'> & {
  readonly caller: { readonly actor: Actor };
  readonly permission: Permission;
};

export const keyOfOpinion = ({ row }: FoundOpinion): OpinionKey => [
  row.found_at.toISOString(),
  row.opinion_id,
];

/** Events one after the other, the last found first; how each stands follows from the clock and is in no column. */
async function* found(
  { database, now, caller, permission }: FindContext,
  { standing, year, ...filter }: OpinionQuestion,
  { after, batch }: { readonly after: OpinionKey | null; readonly batch: number },
): AsyncGenerator<FoundOpinion> {
  const rulesOf = opinionRulesReader(database);
  const days = year === undefined ? undefined : { from: startOfYear(year), before: startOfYear(year + 1) };
  let next = after;
  for (;;) {
    const rows = await listOpinions(
      database,
      { actor: caller.actor, permission },
      { ...filter, found: days },
      { after: next, limit: batch },
    );
    for (const row of rows) {
      const rules = await rulesOf(row.path);
      if (standing === undefined || standingOf(clocksOf(factsOf(row), rules, now())) === standing) {
        yield { row, rules };
      }
    }
    const last = rows.at(-1);
    if (rows.length < batch || last === undefined) return;
    next = [last.found_at.toISOString(), last.opinion_id];
  }
}

/** A page of events, with one more than the limit. */
export async function findOpinions(
  context: FindContext,
  question: OpinionQuestion,
  { after, limit }: { readonly after: OpinionKey | null; readonly limit: number },
): Promise<readonly FoundOpinion[]> {
  const wanted = limit + 1;
  const page: FoundOpinion[] = [];
  const batch = question.standing === undefined ? wanted : BATCH;
  for await (const one of found(context, question, { after, batch })) {
    page.push(one);
    if (page.length === wanted) break;
  }
  return page;
}

/** How each event of a year stands, an organ's together. */
export async function standingsOfYear(context: FindContext, year: number) {
  const events: {
    readonly organId: string;
    readonly organName: string;
    readonly path: string;
    readonly level: OpinionLevel;
    readonly standing: OpinionStanding;
  }[] = [];
  for await (const { row, rules } of found(context, { year }, { after: null, batch: BATCH })) {
    const standing = standingOf(clocksOf(factsOf(row), rules, context.now()));
    const { organ_id: organId, organ_name: organName, path, level } = row;
    events.push({ organId, organName, path, level, standing });
  }
  return events.toSorted((a, b) => a.path.localeCompare(b.path));
}
