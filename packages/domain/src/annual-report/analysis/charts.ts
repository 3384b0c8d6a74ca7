import type { AnalysedYear } from './analysed-year.ts';
import { applicantsChart } from './applicants.ts';
import type { AnalysisChart, ChartPoint } from './chart.ts';
import { correctionRateChart, disputesChart } from './disputes.ts';
import { flowsChart } from './flows.ts';
import { groundsChart, outcomesChart } from './outcomes.ts';

/** The names of the charts, as addresses and files have them. */
export const ANALYSIS_CHARTS = [
  'flows',
  'outcomes',
  'grounds',
  'applicants',
  'disputes',
  'correctionRate',
] as const;

export type AnalysisChartId = (typeof ANALYSIS_CHARTS)[number];

/** Every chart of an organ or a region over its years, the earliest year first. */
export const analysisCharts = (years: readonly AnalysedYear[]): readonly AnalysisChart[] => [
  flowsChart(years),
  outcomesChart(years),
  groundsChart(years),
  applicantsChart(years),
  disputesChart(years),
  correctionRateChart(years),
];

/** A chart as a table: a line for each series, for each year its figures; `null` where there is none. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export function chartTable({ measure, heads, years, series }: Omit<AnalysisChart, 'id'>): ChartTable {
  const names = measure === 'count' ? [heads.count] : [heads.count, heads.of, heads.share];
  const figures = ({ count, of, share }: ChartPoint) => (measure === 'count' ? [count] : [count, of, share]);
  return {
    columns: ['项目', ...years.flatMap(({ label }) => names.map((name) => `${label} ${name}`))],
    rows: series.map(({ name, points }) => [name, ...points.flatMap(figures)]),
  };
}
