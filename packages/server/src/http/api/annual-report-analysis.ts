import type { annualReportAnalysisRoutes } from '@zhaoshi/contract/routes/annual-report-analysis';
import type { AnalysisChart } from '@zhaoshi/domain/annual-report/analysis/chart';
import { ANALYSIS_CHARTS, chartTable } from '@zhaoshi/domain/annual-report/analysis/charts';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { type PlainSheet, writePlainSheet } from '@zhaoshi/report-files/write/xlsx/write-plain-sheet';
import { loadAnalysis } from '../../use-cases/annual-report/analysis.ts';
import { loadPeers } from '../../use-cases/annual-report/analysis-peers.ts';
import { madeFile } from './file-answer.ts';
import type { Handlers } from './handler.ts';

const idOf = ({ id }: AnalysisChart) => ANALYSIS_CHARTS.find((known) => known === id) ?? 'flows';

const presentChart = ({ years, series, ...chart }: AnalysisChart) => ({
  ...chart,
  id: idOf({ years, series, ...chart }),
  years: [...years],
  series: series.map(({ points, ...one }) => ({ ...one, points: [...points] })),
});

/** The table of a chart, with what is to be seen in it and how it is made below. */
function sheetOf(chart: AnalysisChart): PlainSheet {
  const { columns, rows } = chartTable(chart);
  return {
    name: chart.title,
    columns: columns.map((title, index) => ({ title, width: index === 0 ? 44 : 16 })),
    rows: [...rows.map((row) => row.map((value) => value ?? '')), [''], [chart.finding], [chart.definition]],
  };
}

export const annualReportAnalysisHandlers: Handlers<typeof annualReportAnalysisRoutes> = {
  read: async ({ database, reaches, now, abilities }, { params }) => {
    const analysis = await loadAnalysis(database, params, { reaches, now: now() });
    if (analysis === null) return err({ code: 'not-found' });
    const { organ, isRegion, charts } = analysis;
    return ok({
      ...params,
      name: organ.name,
      isRegion,
      charts: charts.map(presentChart),
      abilities: abilities(organ.path),
    });
  },
  peers: async ({ database, reaches, abilities }, { params }) => {
    const peers = await loadPeers(database, params, reaches);
    if (peers === null) return err({ code: 'not-found' });
    const { organ, kind, list, measures, units } = peers;
    // Who may see the board may see the names (report.receive); everybody else the spread.
    const named = list !== null && abilities(list.path).includes('report.receive');
    return ok({
      ...params,
      name: organ.name,
      kind,
      list: list?.name ?? null,
      organs: units.length,
      measures: [...measures],
      units: named
        ? units.map(({ row, values }) => ({
            regionId: row.region_id,
            organId: row.organ_id,
            name: row.name,
            values: [...values],
          }))
        : null,
    });
  },
  file: async ({ database, reaches, now }, { params, query }) => {
    const analysis = await loadAnalysis(database, params, { reaches, now: now() });
    if (analysis === null) return err({ code: 'not-found' });
    const asked = analysis.charts.filter(({ id }) => query.chart === undefined || id === query.chart);
    const [only] = asked;
    const what = query.chart === undefined || only === undefined ? '年报数据分析' : only.title;
    const content = await writePlainSheet(...asked.map(sheetOf));
    return ok(madeFile(`${analysis.organ.name}${what}`, 'xlsx', content));
  },
};
