import { cellName, EVERY_CELL } from '@zhaoshi/domain/annual-report/forms/registry';
import { chinaTimestamp } from '@zhaoshi/domain/kernel/civil-date';
import { organPath, reportPath } from '@zhaoshi/portal/paths';
import type { ReportCellRow } from '../db/queries/published-report-cells.ts';
import { csvHead, csvLine } from './open-data-fields.ts';

type Value = string | number | null;

interface CellOfAddress {
  readonly row: ReportCellRow;
  /** Of the report's page. */
  readonly url: string;
}

interface Field {
  /** In Chinese, for the page that describes the register. */
  readonly meaning: string;
  readonly value: (cell: CellOfAddress) => Value;
}

const CELL_NAMES: ReadonlyMap<string, string> = new Map(EVERY_CELL.map((cell) => [cell, cellName(cell)]));

const nameOf = (id: string): string => CELL_NAMES.get(id) ?? id;

/** The fields of the registers of report cells. Programs read them by these names: none is ever renamed or given another meaning. */
export const CELL_FIELDS = {
  organ: { meaning: '发布机构', value: ({ row }) => row.organ_name },
  report_year: { meaning: '统计年度', value: ({ row }) => row.report_year },
  cell: { meaning: '栏目代码，各年不变', value: ({ row }) => row.cell_id },
  cell_name: { meaning: '栏目名称', value: ({ row }) => nameOf(row.cell_id) },
  state: {
    meaning: 'value 有数字，blank 空白，text 文字，derived 由其他栏目推算',
    value: ({ row }) => row.state,
  },
  value: { meaning: '数字；没有数字的为空，不等于零', value: ({ row }) => row.value },
  raw: { meaning: '原件所写', value: ({ row }) => row.raw },
  version: { meaning: '报告的版本号，大于1的已经更正', value: ({ row }) => row.version },
  published_at: {
    meaning: '这一版的发布时间（北京时间，ISO 8601）',
    value: ({ row }) => chinaTimestamp(row.published_at),
  },
  url: { meaning: '报告的网页地址', value: ({ url }) => url },
} as const satisfies Readonly<Record<string, Field>>;

const FIELDS: readonly (readonly [string, Field])[] = Object.entries(CELL_FIELDS);
const NAMES = FIELDS.map(([name]) => name);

/** The register of a year's report cells, which its file says of itself. */
export interface CellRegister {
  readonly title: string;
  /** Of the site's addresses. */
  readonly origin: string;
  readonly region: string;
}

type CellFormat = 'csv' | 'json';

/** What stands before the rows of such a file, and behind them. */
export const cellsFrame = (
  format: CellFormat,
  { title }: CellRegister,
): { readonly head: string; readonly tail: string } =>
  format === 'csv'
    ? { head: csvHead(NAMES), tail: '' }
    : { head: `{"title":${JSON.stringify(title)},"fields":${JSON.stringify(NAMES)},"rows":[`, tail: ']}' };

/** Rows of such a file; `isFirst` of those that follow its head. */
export function cellsPart(
  rows: readonly ReportCellRow[],
  format: CellFormat,
  { origin, region }: CellRegister,
  isFirst: boolean,
): string {
  const values = rows.map((row) => {
    const url = `${origin}${reportPath(organPath(region, row.organ_slug), row.report_year)}`;
    return FIELDS.map(([, { value }]) => value({ row, url }));
  });
  if (format === 'csv') return values.map(csvLine).join('');
  const objects = values.map((row) =>
    JSON.stringify(Object.fromEntries(NAMES.map((name, index) => [name, row[index]]))),
  );
  return objects.length === 0 ? '' : `${isFirst ? '' : ','}${objects.join(',')}`;
}
