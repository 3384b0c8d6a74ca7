import type { CellId } from '../annual-report/ids.ts';

interface StatisticKindRow {
  readonly title: string;
  /** Words for one of what is counted. */
  readonly counted: string;
  /** Where a year's total goes: table two of the form of 2021 (国办公开办函〔2021〕30号). */
  readonly cell: CellId;
  /** Article of the 条例 whose information the cell counts. */
  readonly law: string;
  /** What belongs into the figure, for whoever enters it. */
  readonly scope: string;
}

const EVERY_DECISION = '当月作出的全部处理决定，已公开的和依法不公开的都计算在内。';

/**
 * What table two counts that no register of the platform holds: entered by the month, with its source, and signed off by
 * a second person. Decisions are counted whether they were published or not (annual-report.md §4).
 */
export const STATISTIC_KINDS = {
  licensing: {
    title: '行政许可',
    counted: '处理决定数量',
    cell: 't2.licensing/decisions',
    law: '条例第二十条第（五）项',
    scope: EVERY_DECISION,
  },
  penalties: {
    title: '行政处罚',
    counted: '处理决定数量',
    cell: 't2.penalties/decisions',
    law: '条例第二十条第（六）项',
    scope: EVERY_DECISION,
  },
  coercion: {
    title: '行政强制',
    counted: '处理决定数量',
    cell: 't2.coercion/decisions',
    law: '条例第二十条第（六）项',
    scope: EVERY_DECISION,
  },
  fees: {
    title: '行政事业性收费',
    counted: '收费金额',
    cell: 't2.fees/amountWan',
    law: '条例第二十条第（八）项',
    scope: '当月实际收取的行政事业性收费，填到分；年报按万元填报。',
  },
} as const satisfies Readonly<Record<string, StatisticKindRow>>;

export type StatisticKind = keyof typeof STATISTIC_KINDS;

export const STATISTIC_KIND_NAMES = Object.keys(STATISTIC_KINDS) as readonly StatisticKind[];

/** Money is kept in whole 分; everything else is a number of decisions. */
export const isMoney = (kind: StatisticKind): boolean => kind === 'fees';

/** The first year that the form of 2021 holds for; the form before counts other things. */
export const FIRST_STATISTIC_YEAR = 2021;

export const LAST_STATISTIC_YEAR = 2200;
