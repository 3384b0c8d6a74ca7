import { PUBLIC_FIGURES } from '../compare/public-figures.ts';
import { FORMS } from '../forms/registry.ts';
import { type CellId, cellId, type RowId } from '../ids.ts';
import { type AnalysedYear, yearLabel } from './analysed-year.ts';
import {
  type AnalysisChart,
  type ChartPoint,
  chartYears,
  NO_YEAR_HAS_FIGURES,
  type SeriesSpec,
  seriesOf,
  toldYear,
} from './chart.ts';
import { percentWords, shareOf } from './share.ts';

const ALL: readonly (readonly CellId[])[] = [[cellId('t3.resultTotal', 'total')]];

const OUTCOMES = [
  'granted',
  'partially_granted',
  'refused',
  'unavailable',
  'not_processed',
  'other_handling',
];

/** The six outcomes, each the sum of its rows. */
const OUTCOME_SPECS: readonly SeriesSpec[] = PUBLIC_FIGURES.filter(({ id }) => OUTCOMES.includes(id)).map(
  ({ id, name, cells }) => ({ id, name, cells, of: ALL }),
);

const withoutNumber = (label: string): string => label.replace(/^（.）|^\d\.|（.*$/gu, '');

/** The row of the form of 2019 that that of 2021 splits in three. */
const UNSPLIT: RowId = 't3.otherHandling';

/** Every ground of every outcome that the forms split, in the order of the form. */
const GROUND_SPECS: readonly SeriesSpec[] = (() => {
  const rows = [
    ...FORMS['2021'].tables.t3.rows,
    ...FORMS['2019'].tables.t3.rows.filter(({ id }) => id === UNSPLIT),
  ];
  return rows
    .filter(({ kind, groups, id }) => kind === 'leaf' && (groups.length > 1 || id === UNSPLIT))
    .map(({ id, groups, label }) => ({
      id,
      name:
        id === UNSPLIT
          ? '其他处理：2019、2020年格式不分情形'
          : `${withoutNumber(groups[1] ?? '')}：${withoutNumber(label)}`,
      cells: [[cellId(id, 'total')]],
      of: ALL,
    }));
})();

const HEADS = { count: '件数', of: '办理总计', share: '占办理总计（%）' } as const;

const hasTotal = ({ cells }: AnalysedYear): boolean => cells['t3.resultTotal/total']?.value != null;

const pointAt = (points: readonly ChartPoint[], { reportYear }: AnalysedYear): ChartPoint | undefined =>
  points.find((point) => point.reportYear === reportYear);

function outcomesFinding(years: readonly AnalysedYear[]): string {
  const year = toldYear(years, hasTotal);
  if (year === undefined) return NO_YEAR_HAS_FIGURES;
  const told = seriesOf([year], OUTCOME_SPECS).map(({ name, points }) => ({
    name,
    ...pointAt(points, year),
  }));
  const of = told[0]?.of ?? 0;
  if (of === 0) return `${yearLabel(year)}没有办结的申请。`;
  const [most] = told.toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0));
  const [granted, partly] = told;
  const open =
    granted?.count == null || partly?.count == null ? null : shareOf(granted.count + partly.count, of);
  const both = open === null ? '' : `；予以公开和部分公开合计占 ${percentWords(open)}`;
  return `${yearLabel(year)}办理 ${of} 件，${most?.name}最多，${most?.count} 件，占 ${percentWords(most?.share ?? null)}${both}。`;
}

/** 办理结果 over the years, as shares of all that was concluded. */
export const outcomesChart = (years: readonly AnalysedYear[]): AnalysisChart => ({
  id: 'outcomes',
  title: '办理结果',
  finding: outcomesFinding(years),
  definition:
    '占比 = 年报表三第三项（一）至（六）各项件数 ÷ （七）总计。一项分为几行的相加；有一行没有数字的不相加，显示“—”；总计为 0 的不计算。',
  measure: 'share',
  heads: HEADS,
  years: chartYears(years),
  series: seriesOf(years, OUTCOME_SPECS),
});

const hasOccurred = ({ points }: { readonly points: readonly ChartPoint[] }): boolean =>
  points.some(({ count }) => (count ?? 0) > 0);

function groundsFinding(years: readonly AnalysedYear[]): string {
  const year = toldYear(years, hasTotal);
  if (year === undefined) return NO_YEAR_HAS_FIGURES;
  const told = seriesOf([year], GROUND_SPECS).flatMap(({ name, points: [point] }) =>
    point === undefined ? [] : [{ name, ...point }],
  );
  const [most] = told.toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0));
  return most === undefined || (most.count ?? 0) === 0
    ? `${yearLabel(year)}没有不予公开、无法提供、不予处理和其他处理的申请。`
    : `${yearLabel(year)}没有公开的，以“${most.name}”最多，${most.count} 件，占办理总计的 ${percentWords(most.share)}。`;
}

/** Why nothing was released: the grounds of （三） to （六） that any year has, as shares of all that was concluded. */
export function groundsChart(years: readonly AnalysedYear[]): AnalysisChart {
  const series = seriesOf(years, GROUND_SPECS);
  const occurred = series.filter(hasOccurred);
  const others = series.length - occurred.length;
  const rest = others === 0 ? '' : `其余 ${others} 种情形各年度都没有发生或者没有数字，不画出。`;
  return {
    id: 'grounds',
    title: '没有公开的理由',
    finding: groundsFinding(years),
    definition: `占比 = 年报表三第三项（三）不予公开、（四）无法提供、（五）不予处理、（六）其他处理每一情形的件数 ÷ （七）总计。${rest}`,
    measure: 'share',
    heads: HEADS,
    years: chartYears(years),
    series: occurred,
  };
}
