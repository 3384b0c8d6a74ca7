import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { latestOf } from '@zhaoshi/domain/statistics/statistic-entry';
import { entryName } from '@zhaoshi/domain/statistics/statistic-refusals';
import type { Transaction } from 'kysely';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import { type NamedEntry, statisticsOfYear } from '../../db/queries/statistics.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { oneAtATime } from '../one-at-a-time.ts';

/** A figure in the version that the person saw. */
export interface SeenFigure {
  readonly entryId: string;
  readonly version: number;
}

interface Wanted {
  readonly year: number;
  readonly figures: readonly SeenFigure[];
  /** 签核 or 退回. */
  readonly verb: string;
  /** Everything against it, of one figure. */
  readonly refuse: (entry: NamedEntry) => readonly string[];
}

interface SeenFigures {
  readonly organ: OrganRow;
  /** Everything entered for the year. */
  readonly before: readonly NamedEntry[];
  readonly chosen: readonly (readonly [SeenFigure, NamedEntry])[];
}

function refuse(chosen: SeenFigures['chosen'], { verb, refuse: against }: Wanted): Rejection | null {
  const moved = chosen.find(([{ version }, entry]) => latestOf(entry).version !== version);
  if (moved !== undefined) {
    const detail = `${entryName(moved[1])}刚被修改过，没有${verb}任何数字。请刷新后核对新的数字再${verb}。`;
    return { code: 'conflict', detail };
  }
  const reasons = chosen.flatMap(([, entry]) => against(entry));
  return reasons.length === 0
    ? null
    : { code: 'state-refuses', detail: `${reasons.join('')}没有${verb}任何数字，请去掉这些以后再${verb}。` };
}

/** The figures that somebody chose out of a year, all of them or none, held until the transaction ends. */
export async function takeSeenFigures(
  transaction: Transaction<Schema>,
  { reaches }: Pick<ChangeContext, 'reaches'>,
  ids: OrganIds,
  wanted: Wanted,
): Promise<Result<SeenFigures, Rejection>> {
  const organ = await findOrgan(transaction, ids);
  if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
  await oneAtATime(transaction, `statistics ${organ.organ_id}`);
  const before = await statisticsOfYear(transaction, ids, wanted.year);
  const entries = new Map(before.map((entry) => [entry.entryId, entry]));
  const once = [...new Map(wanted.figures.map((one) => [one.entryId, one])).values()];
  const chosen = once.flatMap((one) => {
    const entry = entries.get(one.entryId);
    return entry === undefined ? [] : [[one, entry] as const];
  });
  if (chosen.length < once.length) return err({ code: 'not-found' });
  const refused = refuse(chosen, wanted);
  return refused === null ? ok({ organ, before, chosen }) : err(refused);
}
