import { APPLICANT_KINDS, type CellId, cellId, TABLE_THREE_COLUMN_NAMES } from '../ids.ts';
import { type AnalysedYear, yearLabel } from './analysed-year.ts';
import {
  type AnalysisChart,
  chartYears,
  NO_YEAR_HAS_FIGURES,
  type SeriesSpec,
  seriesOf,
  toldYear,
} from './chart.ts';
import { percentWords } from './share.ts';

const RECEIVED: readonly (readonly CellId[])[] = [[cellId('t3.newlyReceived', 'total')]];

const SPECS: readonly SeriesSpec[] = APPLICANT_KINDS.map((kind) => ({
  id: kind,
  name: TABLE_THREE_COLUMN_NAMES[kind],
  cells: [[cellId('t3.newlyReceived', kind)]],
  of: RECEIVED,
}));

function findingOf(years: readonly AnalysedYear[]): string {
  const year = toldYear(years, ({ cells }) => cells['t3.newlyReceived/total']?.value != null);
  if (year === undefined) return NO_YEAR_HAS_FIGURES;
  const told = seriesOf([year], SPECS).flatMap(({ name, points: [point] }) =>
    point === undefined ? [] : [{ name, ...point }],
  );
  const [most] = told.toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0));
  return most === undefined || (most.count ?? 0) === 0
    ? `${yearLabel(year)}没有新收申请。`
    : `${yearLabel(year)}新收 ${most.of} 件，${most.name}提出的最多，${most.count} 件，占 ${percentWords(most.share)}。`;
}

/** Who applied, as shares of what was received in the year. */
export const applicantsChart = (years: readonly AnalysedYear[]): AnalysisChart => ({
  id: 'applicants',
  title: '申请人情况',
  finding: findingOf(years),
  definition:
    '占比 = 年报表三第一项本年新收各类申请人的件数 ÷ 本年新收总计。新收为 0 的年度不计算，显示“—”。',
  measure: 'share',
  heads: { count: '件数', of: '新收总计', share: '占新收总计（%）' },
  years: chartYears(years),
  series: seriesOf(years, SPECS),
});
