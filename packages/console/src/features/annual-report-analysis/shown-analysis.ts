import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { annualReportAnalysisRoutes } from '@zhaoshi/contract/routes/annual-report-analysis';
import type { AnalysisChart, ChartPoint } from '@zhaoshi/domain/annual-report/analysis/chart';
import type { CellId } from '@zhaoshi/domain/annual-report/ids';

export type ShownAnalysis = RouteOutput<typeof annualReportAnalysisRoutes.read>;
export type ShownChart = ShownAnalysis['charts'][number];
export type ShownPeers = RouteOutput<typeof annualReportAnalysisRoutes.peers>;

/** The organ whose figures are shown. */
export interface ShownOrgan {
  readonly regionId: string;
  readonly organId: string;
  readonly name: string;
}

type ShownPoint = ShownChart['series'][number]['points'][number];

/** A point as the domain has it; the server answers cells of the forms only. */
const pointOf = (point: ShownPoint): ChartPoint => ({ ...point, cell: point.cell as CellId });

/** The chart as the domain makes it, for its words and its table. */
export const chartOf = (chart: ShownChart): AnalysisChart => ({
  ...chart,
  series: chart.series.map(({ id, name, points }) => ({ id, name, points: points.map(pointOf) })),
});
