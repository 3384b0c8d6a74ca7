import { sumOf } from '../figures.ts';
import type { CellId } from '../ids.ts';
import type { CellValues } from '../report.ts';
import { type AnalysedYear, yearLabel } from './analysed-year.ts';
import { NO_FIGURE, percentWords, shareOf } from './share.ts';

/** The figure of a series in a year. */
export interface ChartPoint {
  readonly reportYear: number;
  readonly count: number | null;
  /** Of what `share` is the share; `null` in a chart of counts. */
  readonly of: number | null;
  /** Percent with one decimal. */
  readonly share: number | null;
  /** The cell that is opened for it: of several the first with a figure other than 0. */
  readonly cell: CellId;
}

export interface ChartSeries {
  readonly id: string;
  readonly name: string;
  /** One for each year of the chart, in its order. */
  readonly points: readonly ChartPoint[];
}

export interface ChartYear {
  readonly reportYear: number;
  readonly label: string;
  /** From a report that was sent or published; else the figure may still change. */
  readonly isSettled: boolean;
}

/** A picture with its table: each series over the years. */
export interface AnalysisChart {
  readonly id: string;
  /** What is shown. */
  readonly title: string;
  /** What is to be seen in it, in words. */
  readonly finding: string;
  /** How the figures are made, and from where. */
  readonly definition: string;
  /** What is drawn. */
  readonly measure: 'count' | 'share';
  /** Heads of the columns of a point. */
  readonly heads: { readonly count: string; readonly of: string; readonly share: string };
  readonly years: readonly ChartYear[];
  readonly series: readonly ChartSeries[];
}

/** How a series is made: cells that are added up, of several lists the first of which the report has a cell. */
export interface SeriesSpec {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly (readonly CellId[])[];
  /** Of what it is a share. */
  readonly of?: readonly (readonly CellId[])[];
}

const listIn = (cells: CellValues, lists: SeriesSpec['cells']): readonly CellId[] =>
  lists.find((ids) => ids.some((id) => cells[id] !== undefined)) ?? [];

/** The sum of the cells; `null` where one of them has no figure, which is never taken for 0. */
export function figureOfLists(cells: CellValues, lists: SeriesSpec['cells']): number | null {
  const ids = listIn(cells, lists);
  return ids.length === 0 ? null : sumOf({ cells }, ids);
}

/** The cell to which a sum leads. */
export function openedCell(cells: CellValues, lists: SeriesSpec['cells']): CellId {
  const ids = [...listIn(cells, lists), ...lists.flat()];
  const opened = ids.find((id) => (cells[id]?.value ?? 0) !== 0) ?? ids[0];
  if (opened === undefined) throw new Error('a series without cells');
  return opened;
}

function pointOf({ reportYear, cells }: AnalysedYear, spec: SeriesSpec): ChartPoint {
  const count = figureOfLists(cells, spec.cells);
  const of = spec.of === undefined ? null : figureOfLists(cells, spec.of);
  return { reportYear, count, of, share: shareOf(count, of), cell: openedCell(cells, spec.cells) };
}

export const seriesOf = (
  years: readonly AnalysedYear[],
  specs: readonly SeriesSpec[],
): readonly ChartSeries[] =>
  specs.map((spec) => ({
    id: spec.id,
    name: spec.name,
    points: years.map((year) => pointOf(year, spec)),
  }));

export const chartYears = (years: readonly AnalysedYear[]): readonly ChartYear[] =>
  years.map((year) => ({
    reportYear: year.reportYear,
    label: yearLabel(year),
    isSettled: year.state === 'settled',
  }));

/**
 * The year of which a chart’s finding speaks: of those that have the figure the last one that is settled, else the last
 * whole year, else the running one.
 */
export function toldYear(
  years: readonly AnalysedYear[],
  hasFigure: (year: AnalysedYear) => boolean,
): AnalysedYear | undefined {
  const known = years.filter(hasFigure);
  return (
    known.findLast(({ state }) => state === 'settled') ??
    known.findLast(({ state }) => state !== 'running') ??
    known.at(-1)
  );
}

export const NO_YEAR_HAS_FIGURES = '各年度都还没有数字。';

/** The figure that is drawn for a point. */
export const drawnValue = (measure: AnalysisChart['measure'], { count, share }: ChartPoint): number | null =>
  measure === 'count' ? count : share;

/** A point in words, such as “12” or “40.0%（12/30）”. */
export function pointWords(measure: AnalysisChart['measure'], { count, of, share }: ChartPoint): string {
  if (measure === 'count') return count === null ? NO_FIGURE : String(count);
  if (count === null || of === null) return NO_FIGURE;
  return `${percentWords(share)}（${count}/${of}）`;
}
