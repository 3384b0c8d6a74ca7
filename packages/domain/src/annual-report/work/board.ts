import type { CivilDate } from '../../kernel/civil-date.ts';
import { daysBetween } from '../../kernel/civil-date.ts';
import { compareCells } from '../compare/compare-cells.ts';
import type { CellId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import type { Finding } from '../rules/rule.ts';
import { countsInSum, REPORT_STATUSES, type ReportStatus } from './report-status.ts';

/** Where a unit stands on the board of its competent department; nobody has begun, or as its report stands. */
export const BOARD_STATES = { notBegun: '未开始', ...REPORT_STATUSES } as const;

export type BoardState = keyof typeof BOARD_STATES;

export const BOARD_STATE_IDS = Object.keys(BOARD_STATES) as readonly BoardState[];

export const boardStateOf = (status: ReportStatus | null): BoardState => status ?? 'notBegun';

/** Nothing of the unit is with the competent department: it is missing in the sum, and may be reminded. */
export const isMissing = (state: BoardState): boolean => state === 'notBegun' || !countsInSum(state);

/** Days left to the last day, 0 on it, negative after it; `null` once it was sent, or where no day is set. */
export const daysLeft = (state: BoardState, dueOn: CivilDate | null, today: CivilDate): number | null =>
  dueOn === null || !isMissing(state) ? null : daysBetween(today, dueOn);

/** How many findings hold up the report, and how many want a reason that nobody has given. */
export const failingCounts = (
  findings: readonly Pick<Finding, 'status' | 'severity'>[],
): { readonly blocks: number; readonly warnings: number } => {
  const failing = findings.filter(({ status }) => status === 'fail');
  return {
    blocks: failing.filter(({ severity }) => severity === 'block').length,
    warnings: failing.filter(({ severity }) => severity === 'warn').length,
  };
};

export interface YearChange {
  readonly cell: CellId;
  readonly before: number;
  readonly now: number;
}

/** So many changes are told on the board; the unit's page has all. */
const CHANGES_TOLD = 3;

/** Of table three the column 总计 only: a case moves its kind and its total alike. */
const isTold = (cell: CellId): boolean => !cell.startsWith('t3.') || cell.endsWith('/total');

/** The largest changes of figures against the year before, the largest first. */
export const biggestChanges = (
  report: AnnualReport,
  previous: AnnualReport,
  most: number = CHANGES_TOLD,
): readonly YearChange[] =>
  compareCells(previous, report)
    .flatMap(({ cell, change, a, b, difference }) =>
      change === 'changed' && isTold(cell) && a?.value != null && b?.value != null
        ? [{ cell, before: a.value, now: b.value, size: Math.abs(difference ?? 0) }]
        : [],
    )
    .toSorted((one, other) => other.size - one.size)
    .slice(0, most)
    .map(({ cell, before, now }) => ({ cell, before, now }));

/** Less alike than that is by chance and by the form; so many of the nearest are kept. */
const LEAST_ALIKE_PERCENT = 50;
const NEAREST_KEPT = 5;

/** The reports most like one, the most alike first. */
export const nearest = <T extends { readonly percent: number }>(others: readonly T[]): readonly T[] =>
  others
    .filter(({ percent }) => percent >= LEAST_ALIKE_PERCENT)
    .toSorted((one, other) => other.percent - one.percent)
    .slice(0, NEAREST_KEPT);
