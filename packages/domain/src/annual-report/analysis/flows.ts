import { cellId } from '../ids.ts';
import type { AnalysedYear } from './analysed-year.ts';
import { yearLabel } from './analysed-year.ts';
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

const RECEIVED = [[cellId('t3.newlyReceived', 'total')]] as const;
const CONCLUDED = [[cellId('t3.resultTotal', 'total')]] as const;
const CARRIED_FORWARD = [[cellId('t3.carriedForward', 'total')]] as const;

/** Rows 一、二、三（七）、四 of table three, column 总计. */
const FLOWS: readonly SeriesSpec[] = [
  { id: 'newlyReceived', name: '本年新收', cells: RECEIVED },
  { id: 'carriedIn', name: '上年结转', cells: [[cellId('t3.carriedIn', 'total')]] },
  { id: 'concluded', name: '本年办理', cells: CONCLUDED },
  { id: 'carriedForward', name: '结转下年度', cells: CARRIED_FORWARD },
];

const totalOf = ({ cells }: AnalysedYear): number | null => figureOfLists(cells, RECEIVED);

/** How a year stands to the one before; nothing where one of them is no whole year. */
function changeWords(year: AnalysedYear, years: readonly AnalysedYear[]): string {
  const before = years.find(({ reportYear }) => reportYear === year.reportYear - 1);
  const [was, is] = [before === undefined ? null : totalOf(before), totalOf(year)];
  if (before === undefined || was === null || is === null || year.state === 'running') return '';
  const difference = is - was;
  if (difference === 0) return '，与上年持平';
  const percent = shareOf(Math.abs(difference), was);
  const rate = percent === null ? '' : `（${percentWords(percent)}）`;
  return `，比上年${difference > 0 ? '增加' : '减少'} ${Math.abs(difference)} 件${rate}`;
}

function findingOf(years: readonly AnalysedYear[]): string {
  const year = toldYear(years, (one) => totalOf(one) !== null);
  if (year === undefined) return NO_YEAR_HAS_FIGURES;
  const parts = [`${yearLabel(year)}新收 ${totalOf(year)} 件${changeWords(year, years)}`];
  const concluded = figureOfLists(year.cells, CONCLUDED);
  if (concluded !== null) parts.push(`办理 ${concluded} 件`);
  const forward = figureOfLists(year.cells, CARRIED_FORWARD);
  if (forward !== null)
    parts.push(year.state === 'running' ? `还在办 ${forward} 件` : `结转下年度 ${forward} 件`);
  return `${parts.join('；')}。`;
}

/** 收到、结转和办理的申请 over the years. */
export const flowsChart = (years: readonly AnalysedYear[]): AnalysisChart => ({
  id: 'flows',
  title: '申请的收到、办理和结转',
  finding: findingOf(years),
  definition:
    '年报表三“总计”一列：第一项本年新收、第二项上年结转、第三项（七）总计、第四项结转下年度继续办理（条例第五十条第二项）。',
  measure: 'count',
  heads: { count: '件数', of: '', share: '' },
  years: chartYears(years),
  series: seriesOf(years, FLOWS),
});
