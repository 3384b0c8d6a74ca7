import type { OutcomeId } from './outcome.ts';
import { RESULT_GROUP_NAMES, type ResultGroup, resultGroupOf } from './result-groups.ts';
import type { Period } from './table-three.ts';

/** Cases received in a month, or with a result in it. */
export interface MonthCount {
  /** `2025-03` */
  readonly month: string;
  /** `null`: received. */
  readonly outcome: OutcomeId | null;
  readonly count: number;
}

export interface MonthFigures {
  readonly month: string;
  readonly received: number;
  readonly results: Readonly<Record<ResultGroup, number>>;
}

/** The months that a period touches, as `2025-03`. */
function monthsOf({ from, to }: Period): readonly string[] {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > to.slice(0, 7)) return months;
    months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/** Every month of the period with what was received and how cases ended; months without any have zeros. */
export function figuresByMonth(counts: readonly MonthCount[], period: Period): MonthFigures[] {
  return monthsOf(period).map((month) => {
    const own = counts.filter((one) => one.month === month);
    const sum = (fits: (outcome: OutcomeId | null) => boolean): number =>
      own.reduce((total, { outcome, count }) => total + (fits(outcome) ? count : 0), 0);
    const results: Record<ResultGroup, number> = {
      granted: 0,
      partiallyGranted: 0,
      refused: 0,
      unavailable: 0,
      notProcessed: 0,
      otherHandling: 0,
    };
    for (const group of RESULT_GROUP_NAMES) {
      results[group] = sum((outcome) => outcome !== null && resultGroupOf(outcome) === group);
    }
    return { month, received: sum((outcome) => outcome === null), results };
  });
}
