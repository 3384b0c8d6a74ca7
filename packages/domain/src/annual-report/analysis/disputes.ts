import { TABLE_FOUR_COLUMNS } from '../../dispute/table-four.ts';
import { type CellId, cellId, type RowId } from '../ids.ts';
import { type AnalysedYear, yearLabel } from './analysed-year.ts';
import {
  type AnalysisChart,
  chartYears,
  figureOfLists,
  NO_YEAR_HAS_FIGURES,
  type SeriesSpec,
  seriesOf,
  toldYear,
} from './chart.ts';
import { percentWords, shareOf } from './share.ts';

const RECONSIDERATION: readonly RowId[] = ['t4.reconsideration'];
const LITIGATION: readonly RowId[] = ['t4.litigationDirect', 't4.litigationAfterReconsideration'];

const KINDS = [
  { id: 'reconsideration', name: '行政复议', rows: RECONSIDERATION },
  { id: 'litigation', name: '行政诉讼', rows: LITIGATION },
] as const;

const RESULTS = ['upheld', 'rectified', 'otherResult', 'pending'] as const;

const cellsOf = (rows: readonly RowId[], ...columns: readonly string[]): readonly (readonly CellId[])[] => [
  rows.flatMap((row) => columns.map((column) => cellId(row, column))),
];

/** The four results of table four; the two ways to court are added up. */
const DISPUTE_SPECS: readonly SeriesSpec[] = KINDS.flatMap(({ id, name, rows }) =>
  RESULTS.map((result) => ({
    id: `${id}.${result}`,
    name: `${name}：${TABLE_FOUR_COLUMNS[result]}`,
    cells: cellsOf(rows, result),
  })),
);

const hasDisputes = ({ cells }: AnalysedYear): boolean =>
  figureOfLists(cells, cellsOf([...RECONSIDERATION, ...LITIGATION], ...RESULTS)) !== null;

function disputesFinding(years: readonly AnalysedYear[]): string {
  const year = toldYear(years, hasDisputes);
  if (year === undefined) return NO_YEAR_HAS_FIGURES;
  const parts = KINDS.map(({ name, rows }) => {
    const total = figureOfLists(year.cells, cellsOf(rows, ...RESULTS)) ?? 0;
    if (total === 0) return `没有${name}`;
    const results = RESULTS.map((result) => {
      const count = figureOfLists(year.cells, cellsOf(rows, result));
      return `${TABLE_FOUR_COLUMNS[result].replace('结果', '')} ${count}`;
    });
    return `${name} ${total} 件（${results.join('、')}）`;
  });
  return `${yearLabel(year)}${parts.join('；')}。`;
}

/** 行政复议、行政诉讼 by result over the years. */
export const disputesChart = (years: readonly AnalysedYear[]): AnalysisChart => ({
  id: 'disputes',
  title: '行政复议和行政诉讼',
  finding: disputesFinding(years),
  definition:
    '年报表四各结果的件数（条例第五十条第三项）；行政诉讼是“未经复议直接起诉”与“复议后起诉”两项相加。',
  measure: 'count',
  heads: { count: '件数', of: '', share: '' },
  years: chartYears(years),
  series: seriesOf(years, DISPUTE_SPECS),
});

/** 审结: what has a result in the year. */
const CONCLUDED = ['upheld', 'rectified', 'otherResult'] as const;

const rateSpec = (id: string, name: string, rows: readonly RowId[]): SeriesSpec => ({
  id,
  name,
  cells: cellsOf(rows, 'rectified'),
  of: cellsOf(rows, ...CONCLUDED),
});

/** 纠错率 of reconsiderations, of suits, and of both. */
export const CORRECTION_RATES: readonly SeriesSpec[] = [
  ...KINDS.map(({ id, name, rows }) => rateSpec(id, name, rows)),
  rateSpec('both', '复议和诉讼合计', [...RECONSIDERATION, ...LITIGATION]),
];

export const CORRECTION_RATE_DEFINITION =
  '纠错率 = 年报表四结果纠正的件数 ÷ 当年审结的件数（结果维持、结果纠正、其他结果之和）；尚未审结的不计入。当年没有审结案件的不计算，显示“—”。条例和统一格式没有规定这一比率，这是本系统的算法。';

function rateFinding(years: readonly AnalysedYear[]): string {
  const year = toldYear(years, hasDisputes);
  if (year === undefined) return NO_YEAR_HAS_FIGURES;
  const parts = seriesOf([year], CORRECTION_RATES).flatMap(({ id, name, points: [point] }) =>
    id === 'both' || point === undefined || point.share === null
      ? []
      : [`${name}纠错率 ${percentWords(point.share)}（审结 ${point.of} 件，纠正 ${point.count} 件）`],
  );
  return parts.length === 0
    ? `${yearLabel(year)}没有审结的行政复议和行政诉讼，不计算纠错率。`
    : `${yearLabel(year)}${parts.join('；')}。`;
}

/** 纠错率 over the years, each with what it is a share of. */
export const correctionRateChart = (years: readonly AnalysedYear[]): AnalysisChart => ({
  id: 'correctionRate',
  title: '纠错率',
  finding: rateFinding(years),
  definition: CORRECTION_RATE_DEFINITION,
  measure: 'share',
  heads: { count: '结果纠正', of: '审结', share: '纠错率（%）' },
  years: chartYears(years),
  series: seriesOf(years, CORRECTION_RATES),
});

/** Of one report; `null` where nothing was concluded. */
export const correctionRateOf = ({ cells }: Pick<AnalysedYear, 'cells'>): number | null => {
  const rows = [...RECONSIDERATION, ...LITIGATION];
  return shareOf(
    figureOfLists(cells, cellsOf(rows, 'rectified')),
    figureOfLists(cells, cellsOf(rows, ...CONCLUDED)),
  );
};
