import { err, ok, type Result } from '../kernel/result.ts';
import { parseFigure } from './figure.ts';
import { isMoney, STATISTIC_KIND_NAMES, STATISTIC_KINDS, type StatisticKind } from './statistic-kinds.ts';

interface FigureColumn {
  readonly title: string;
  readonly required: boolean;
  /** In characters. */
  readonly longest: number;
  readonly help: string;
}

const KIND_TITLES = STATISTIC_KIND_NAMES.map((kind) => STATISTIC_KINDS[kind].title).join('、');

/** Figures of a year as a sheet has them: a row for each figure; the same columns go out and come in. */
export const FIGURE_COLUMNS = {
  month: { title: '月份', required: true, longest: 10, help: '1 至 12' },
  kind: { title: '事项', required: true, longest: 20, help: KIND_TITLES },
  unit: { title: '科室、站所', required: false, longest: 50, help: '按全机关填报的空着' },
  figure: {
    title: '件数或者金额（元）',
    required: true,
    longest: 20,
    help: '没有发生的填 0；行政事业性收费填金额（元），最多两位小数。空着的行不导入',
  },
  source: { title: '数据来源', required: false, longest: 200, help: '如行政处罚台账；签核以前须写明' },
  reason: { title: '更正理由', required: false, longest: 500, help: '更正已签核的数字须写明' },
} as const satisfies Readonly<Record<string, FigureColumn>>;

export type FigureColumnId = keyof typeof FIGURE_COLUMNS;

export const FIGURE_COLUMN_IDS = Object.keys(FIGURE_COLUMNS) as readonly FigureColumnId[];

/** A row as its cells show it, trimmed; blank cells are empty texts. */
export type FigureRow = Readonly<Record<FigureColumnId, string>>;

/** Figures of one file: a year of every kind for twenty offices. */
export const MOST_FIGURES = 1000;

/** A figure as a row gives it. */
export interface RowFigure {
  readonly month: number;
  readonly kind: StatisticKind;
  readonly unit: string;
  /** Decisions, or 分. */
  readonly figure: number;
  readonly source: string;
  readonly reason: string;
}

/** A row of the template that nobody filled in: no figure is not 0. */
export const isBlankRow = ({ figure }: FigureRow): boolean => figure === '';

function monthIn(text: string): number | null {
  const month = Number(/^(\d{1,2})月?$/.exec(text.normalize('NFKC').replaceAll(/\s/gu, ''))?.[1]);
  return month >= 1 && month <= 12 ? month : null;
}

const kindIn = (text: string): StatisticKind | null =>
  STATISTIC_KIND_NAMES.find((kind) => STATISTIC_KINDS[kind].title === text) ?? null;

function tooLong(row: FigureRow): readonly string[] {
  return FIGURE_COLUMN_IDS.flatMap((id) => {
    const { title, longest } = FIGURE_COLUMNS[id];
    return Array.from(row[id]).length > longest ? [`“${title}”超过 ${longest} 字。`] : [];
  });
}

/** A figure out of a row, or everything that is wrong with the row. Nothing is guessed. */
export function parseFigureRow(row: FigureRow): Result<RowFigure, readonly string[]> {
  const month = monthIn(row.month);
  const kind = kindIn(row.kind);
  const figure = kind === null ? null : parseFigure(kind, row.figure);
  const wrong = [
    ...tooLong(row),
    ...(month === null ? ['“月份”应为 1 至 12。'] : []),
    ...(kind === null ? [`“事项”应为${KIND_TITLES}之一。`] : []),
    ...(figure?.ok === false ? [figure.error] : []),
  ];
  if (month === null || kind === null || figure?.ok !== true || wrong.length > 0) return err(wrong);
  const { unit, source, reason } = row;
  return ok({ month, kind, unit, figure: figure.value, source, reason });
}

/** The rows of a template: every kind for each of these months, to be filled in. */
export const templateRows = (months: readonly number[]): readonly FigureRow[] =>
  STATISTIC_KIND_NAMES.toSorted((a, b) => Number(isMoney(a)) - Number(isMoney(b))).flatMap((kind) =>
    months.map((month) => ({
      month: String(month),
      kind: STATISTIC_KINDS[kind].title,
      unit: '',
      figure: '',
      source: '',
      reason: '',
    })),
  );
