import type { CounterName } from '@zhaoshi/domain/assessment/counters';
import { type CivilDate, endOfDay } from '@zhaoshi/domain/kernel/civil-date';
import type { CountedRow } from '../../db/queries/assessment-counts.ts';
import type { CoveredOrgan } from '../item-coverage/organ-coverage.ts';

/** A unit that is assessed, as counters need it. */
export interface AssessedUnit extends CoveredOrgan {
  readonly region_id: string;
  readonly name: string;
}

/** The days that a scheme counts: up to today, or to its last day; `year` is the one that it is of. */
export interface CountedDays {
  readonly year: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The last day is over: what is owed once in the period is owed no longer. */
  readonly isOver: boolean;
  readonly now: Date;
}

/** The last moment of the last day that counts, or now: what happened later does not count. */
export function lastMoment({ to, now }: CountedDays): Date {
  const end = endOfDay(to);
  return end < now ? end : now;
}

/** What counters found, and which of them could see which units. */
export interface Counted {
  readonly rows: readonly CountedRow[];
  /** Counters that could not see a unit, by its id; all others could. */
  readonly blind: ReadonlyMap<string, readonly CounterName[]>;
}

export const idsOfUnits = (units: readonly AssessedUnit[]) =>
  units.map(({ region_id, organ_id }) => ({ regionId: region_id, organId: organ_id }));
