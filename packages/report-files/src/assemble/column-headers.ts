import type { FormColumn } from '@zhaoshi/domain/annual-report/forms/form';
import { TABLE_THREE_COLUMN_NAMES, TABLE_THREE_COLUMNS } from '@zhaoshi/domain/annual-report/ids';
import { normaliseLabel } from '@zhaoshi/domain/annual-report/labels';
import type { RowCell, TableGrid, TableRow } from './source-items.ts';

/** Slots that a column header covers. */
export interface HeaderRange {
  readonly from: number;
  readonly to: number;
}

/** The headers that a table prints over its figures. */
export interface ColumnHeaders {
  /** One a column of the form; `undefined` where the table prints no such header or has no slots (flattened text). */
  readonly ranges: readonly (HeaderRange | undefined)[];
  /** False when the headers that are there stand in another order than on the form. */
  readonly inOrder: boolean;
}

const isIncreasing = (positions: readonly number[]): boolean =>
  positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? 0));

/** Header rows stand at the top; a table that shows none in its first rows has none (second part of a PDF table). */
const HEADER_ROWS = 8;

/** Headers that other words stand for. */
const OTHER_HEADERS: Readonly<Record<string, string>> = { 合计: '总计', 其它: '其他' };

/** The headers of table three in one row; “其他” counts only beside other kinds, because it is a row label too. */
function headersOfRow(row: TableRow): readonly (readonly [column: number, cell: RowCell])[] {
  const names = TABLE_THREE_COLUMNS.map((id) => TABLE_THREE_COLUMN_NAMES[id]);
  const kinds = row.cells.some(({ label }) => label === '商业企业' || label === '法律服务机构');
  return row.cells.flatMap((cell): (readonly [number, RowCell])[] => {
    const name = OTHER_HEADERS[cell.label] ?? cell.label;
    const column = name === '其他' && !kinds ? -1 : names.indexOf(name);
    return column === -1 ? [] : [[column, cell]];
  });
}

/** Where table three prints its column headers; `undefined` when it prints none. */
export function tableThreeHeaders(grid: TableGrid): ColumnHeaders | undefined {
  const found = new Map<number, HeaderRange>();
  let rowsInOrder = true;
  for (const row of grid.rows.slice(0, HEADER_ROWS)) {
    const headers = headersOfRow(row);
    // A table that repeats a header names its columns twice: which is meant is told by the first.
    if (!isIncreasing(headers.map(([column]) => column))) rowsInOrder = false;
    for (const [column, { from, to }] of headers) if (!found.has(column)) found.set(column, { from, to });
  }
  if (found.size === 0) return undefined;
  const ranges = TABLE_THREE_COLUMNS.map((_, column) => (grid.ragged ? undefined : found.get(column)));
  const inOrder = grid.ragged ? rowsInOrder : standInOrder(ranges);
  return { ranges, inOrder };
}

function standInOrder(ranges: readonly (HeaderRange | undefined)[]): boolean {
  return isIncreasing(ranges.flatMap((range) => range?.from ?? []));
}

/** Where a header row of table two prints the columns of a form row; `undefined` when it prints none of them. */
export function tableTwoHeaders(
  header: TableRow | undefined,
  columns: readonly FormColumn[],
): ColumnHeaders | undefined {
  if (header === undefined) return undefined;
  const at = columns.map((column) => {
    const label = normaliseLabel(column.label).slice(0, 4);
    return header.cells.findIndex((cell) => cell.label !== '' && cell.label.startsWith(label));
  });
  if (at.every((index) => index === -1)) return undefined;
  const ranges = at.map((index) => (header.grid.ragged ? undefined : header.cells[index]));
  return { ranges, inOrder: isIncreasing(at.filter((index) => index !== -1)) };
}

const UNIT = /\((?:金额)?(?:单位[:.]?)?(?<unit>亿元|万元|千元|元)\)/;

/** The unit that a header of table two prints for a column: “本年收费金额（单位：元）”. */
export function headerUnit(header: TableRow | undefined, column: FormColumn): string | undefined {
  const label = normaliseLabel(column.label).slice(0, 4);
  const own = header?.cells.find((cell) => cell.label.startsWith(label));
  return own && UNIT.exec(own.label)?.groups?.['unit'];
}
