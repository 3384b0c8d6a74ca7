import { LARGEST_FIGURE } from '@zhaoshi/domain/statistics/figure';
import { FIGURE_COLUMNS } from '@zhaoshi/domain/statistics/figure-sheet';
import {
  FIRST_STATISTIC_YEAR,
  LAST_STATISTIC_YEAR,
  STATISTIC_KINDS,
  type StatisticKind,
} from '@zhaoshi/domain/statistics/statistic-kinds';
import { z } from 'zod';

export const kind = z.enum(Object.keys(STATISTIC_KINDS) as [StatisticKind, ...StatisticKind[]]);

const tooFar = '年度表二的格式从2021年起适用';
export const year = z.coerce
  .number('应为年份')
  .int()
  .min(FIRST_STATISTIC_YEAR, tooFar)
  .max(LAST_STATISTIC_YEAR);
export const month = z.int().min(1).max(12);

/** Decisions, or 分; `null`: there is no such figure, which is not 0. */
export const figure = z.int('应为整数').min(0, '不能小于 0').max(LARGEST_FIGURE, '数字过大').nullable();

const text = (longest: number) => z.string('应为文字').trim().max(longest, `不超过 ${longest} 字`);

/** A figure as it is entered. */
export const enteredFigure = z.strictObject({
  kind,
  month,
  unit: text(FIGURE_COLUMNS.unit.longest),
  figure,
  source: text(FIGURE_COLUMNS.source.longest),
  reason: text(FIGURE_COLUMNS.reason.longest),
  /** The version that the person saw; `null`: nothing was entered. */
  basedOn: z.int().min(1).nullable(),
});
