import { figureOf, sumOf } from '@zhaoshi/domain/annual-report/figures';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { cellId, type FormVersion, type RowId } from '@zhaoshi/domain/annual-report/ids';
import type { CellValues } from '@zhaoshi/domain/annual-report/report';
import type { YearFigures } from '../view-models.ts';
import type { Bar, BarChart } from './bar-chart.ts';

const UNIT = '件';

const total = (cells: CellValues, row: RowId): number | null => figureOf({ cells }, cellId(row, 'total'));

/** 新收、上年结转、办理、结转下年度: rows 一、二、三（七）、四 of table three. */
function applicationsChart(cells: CellValues): BarChart {
  const bars: readonly Bar[] = [
    { label: '本年新收', value: total(cells, 't3.newlyReceived') },
    { label: '上年结转', value: total(cells, 't3.carriedIn') },
    { label: '本年办理', value: total(cells, 't3.resultTotal') },
    { label: '结转下年度', value: total(cells, 't3.carriedForward') },
  ];
  return { id: 'chart-applications', title: '收到和办理的申请', labels: '项目', unit: UNIT, bars };
}

const withoutNumber = (label: string): string => label.replace(/^（.）|（.*$/g, '');

/**
 * The six outcomes of table three; those that the form splits are added up only when every part has a figure,
 * because a sum over blanks would be an invented figure.
 */
function outcomesChart(cells: CellValues, version: FormVersion): BarChart {
  const parts = new Map<string, RowId[]>();
  for (const { id, label, kind, groups } of formTable('t3', version).rows) {
    if (kind !== 'leaf') continue;
    const outcome = withoutNumber(groups[1] ?? label);
    parts.set(outcome, [...(parts.get(outcome) ?? []), id]);
  }
  const bars = [...parts].map(
    ([label, rows]): Bar => ({
      label,
      value: sumOf(
        { cells },
        rows.map((row) => cellId(row, 'total')),
      ),
    }),
  );
  return { id: 'chart-outcomes', title: '本年度办理结果', labels: '办理结果', unit: UNIT, bars };
}

const DISPUTE_RESULTS = [
  { id: 'upheld', name: '维持' },
  { id: 'rectified', name: '纠正' },
  { id: 'otherResult', name: '其他' },
  { id: 'pending', name: '未结' },
] as const;

/** 行政复议 and 行政诉讼; the two ways to court are added up as the public asks for them. */
function disputesChart(cells: CellValues): BarChart {
  const kinds: readonly { readonly name: string; readonly rows: readonly RowId[] }[] = [
    { name: '行政复议', rows: ['t4.reconsideration'] },
    { name: '行政诉讼', rows: ['t4.litigationDirect', 't4.litigationAfterReconsideration'] },
  ];
  const bars = kinds.flatMap(({ name, rows }) =>
    DISPUTE_RESULTS.map(
      (result): Bar => ({
        label: `${name}${result.name}`,
        value: sumOf(
          { cells },
          rows.map((row) => cellId(row, result.id)),
        ),
      }),
    ),
  );
  return { id: 'chart-disputes', title: '行政复议和行政诉讼', labels: '种类和结果', unit: UNIT, bars };
}

/** The charts of one report. */
export function reportCharts(cells: CellValues, version: FormVersion | null): readonly BarChart[] {
  if (version === null) return [];
  return [applicationsChart(cells), outcomesChart(cells, version), disputesChart(cells)];
}

/** Cells that the chart over several years needs. */
export const YEAR_CHART_CELLS = [
  cellId('t3.newlyReceived', 'total'),
  cellId('t3.resultTotal', 'total'),
] as const;

/** Applications over the years, the earliest first; two bars a year. */
export function yearsChart(years: readonly YearFigures[]): BarChart {
  const bars = years
    .toSorted((a, b) => a.reportYear - b.reportYear)
    .flatMap(({ reportYear, cells }): Bar[] => [
      { label: `${reportYear}年新收`, value: total(cells, 't3.newlyReceived') },
      { label: `${reportYear}年办理`, value: total(cells, 't3.resultTotal') },
    ]);
  return { id: 'chart-years', title: '各年收到和办理的申请', labels: '年度和项目', unit: UNIT, bars };
}
