import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { statisticsRoutes } from '@zhaoshi/contract/routes/statistics';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import {
  FIRST_STATISTIC_YEAR,
  STATISTIC_KINDS,
  type StatisticKind,
} from '@zhaoshi/domain/statistics/statistic-kinds';
import { yearsAskedFor } from '@zhaoshi/domain/statistics/statistic-months';

/** The figures of an organ and a year, as the interface gives them. */
export type ShownYear = RouteOutput<typeof statisticsRoutes.ofYear>;
export type ShownFigure = ShownYear['entries'][number];

/** A place in the year that has no figure yet, or the figure that is there. */
export interface Cell {
  readonly kind: StatisticKind;
  readonly month: number;
  readonly figure: ShownFigure | null;
}

/** A figure by its month, kind and office: 3月行政处罚（执法大队）. */
export const figureName = ({ kind, month, unit }: Pick<ShownFigure, 'kind' | 'month' | 'unit'>): string =>
  `${month}月${STATISTIC_KINDS[kind].title}${unit === '' ? '' : `（${unit}）`}`;

/** The year that a page opens with: until April the one before, whose report is being written. */
export const usualYear = (): number => {
  const today = civilDateAt(new Date());
  return yearsAskedFor(today)[0] ?? yearOf(today);
};

export const yearOptions = () => {
  const last = yearOf(civilDateAt(new Date()));
  return Array.from({ length: last - FIRST_STATISTIC_YEAR + 1 }, (_, index) => last - index).map((value) => ({
    value,
    label: `${value}年`,
  }));
};

export const STATE_COLORS = {
  draft: 'warning',
  correcting: 'warning',
  returned: 'error',
  signedOff: 'success',
  withdrawn: 'default',
} as const;
