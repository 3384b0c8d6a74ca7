import {
  PUBLIC_FIGURE_CELLS,
  PUBLIC_FIGURES,
  publicFiguresOf,
} from '@zhaoshi/domain/annual-report/compare/public-figures';
import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import type { CellValue } from '@zhaoshi/domain/annual-report/report';
import type { FigureLine, FiguresPage } from '@zhaoshi/portal/figure-views';
import { organPath, reportPath, reportsPath, unitsOfYearPath, yearFiguresPath } from '@zhaoshi/portal/paths';
import { publishedCells } from '../db/queries/published.ts';
import { cellsOfUnits } from '../db/queries/published-report-cells.ts';
import { csvText } from './open-data-fields.ts';
import { findOrgan, organPathOf, type PathNames, placeOf, yearOf } from './portal-pages-data.ts';
import type { TextFile } from './portal-pages-lists.ts';
import type { PortalSource } from './portal-pages-site.ts';
import { loadUnits } from './portal-pages-units.ts';

const COLUMNS = PUBLIC_FIGURES.map(({ name }) => name);

type CellRow = { readonly cell_id: string } & CellValue;

/** Cells by what they belong to, as the figures are computed of them. */
function figuresBy<Row extends CellRow>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly (number | null)[]> {
  const cells = new Map<string, Partial<Record<CellId, CellValue>>>();
  for (const row of rows) {
    const id = PUBLIC_FIGURE_CELLS.find((cell) => cell === row.cell_id);
    if (id === undefined) continue;
    const found = cells.get(keyOf(row)) ?? {};
    found[id] = { state: row.state, value: row.value, raw: row.raw };
    cells.set(keyOf(row), found);
  }
  return new Map([...cells].map(([key, found]) => [key, publicFiguresOf(found)]));
}

/** The years of an organ side by side, the newest first. */
export async function loadYearFigures(source: PortalSource, names: PathNames): Promise<FiguresPage | null> {
  const organ = await findOrgan(source.published, names);
  if (organ === undefined) return null;
  const path = organPathOf(names);
  const rows = await publishedCells(source.published, organ, PUBLIC_FIGURE_CELLS);
  const lines = [...figuresBy(rows, ({ report_year }) => String(report_year))]
    .toSorted(([a], [b]) => Number(b) - Number(a))
    .map(([year, values]): FigureLine => ({ name: `${year}年`, path: reportPath(path, year), values }));
  const place = await placeOf(source, organ.region_id);
  return {
    organ: { name: organ.name, path, endedOn: organ.ended_on, ...place },
    title: `${organ.name}各年政府信息公开年度报告数据对比`,
    parents: [{ name: '政府信息公开年报', path: reportsPath(path) }],
    path: yearFiguresPath(path),
    lineTitle: '年度',
    columns: COLUMNS,
    lines,
  };
}

/** The units of a year's list side by side, those whose report is missing too. */
export async function loadUnitFigures(source: PortalSource, names: PathNames): Promise<FiguresPage | null> {
  const list = await loadUnits(source, names);
  const organ = await findOrgan(source.published, names);
  const reportYear = yearOf(names.year);
  if (list === null || organ === undefined || reportYear === null) return null;
  const rows = await cellsOfUnits(source.published, organ.region_id, {
    reportYear,
    cells: PUBLIC_FIGURE_CELLS,
  });
  const figures = figuresBy(rows, ({ region_slug, organ_slug }) => organPath(region_slug, organ_slug));
  return {
    organ: list.organ,
    title: `${list.organ.region.name}${reportYear}年政府信息公开年度报告各单位数据对比`,
    parents: [{ name: `${reportYear}年报送单位名单`, path: unitsOfYearPath(list.organ.path, reportYear) }],
    path: yearFiguresPath(list.organ.path, reportYear),
    lineTitle: '单位',
    columns: COLUMNS,
    lines: list.included.map(({ name, path, reportPath: report }) => ({
      name,
      path: report,
      values: figures.get(path) ?? COLUMNS.map(() => null),
    })),
  };
}

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

/** The same figures as a file; a line without a report has none. */
export function figuresFile(
  { title, lineTitle, lines }: FiguresPage,
  { format, origin }: { readonly format: keyof typeof TYPES; readonly origin: string },
): TextFile {
  const names = PUBLIC_FIGURES.map(({ id }) => id);
  const rows = lines.map(({ name, path, values }) => ({
    name,
    url: path === null ? null : `${origin}${path}`,
    values: names.map((_, index) => (path === null ? null : (values[index] ?? null))),
  }));
  if (format === 'csv') {
    const head = [lineTitle, ...COLUMNS, '报告网址'];
    const text = csvText(
      head,
      rows.map(({ name, url, values }) => [name, ...values, url]),
    );
    return { type: TYPES.csv, text };
  }
  const objects = rows.map(({ name, url, values }) => ({
    name,
    figures: Object.fromEntries(names.map((id, index) => [id, values[index]])),
    url,
  }));
  return { type: TYPES.json, text: JSON.stringify({ title, rows: objects }) };
}
