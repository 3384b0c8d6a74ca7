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

/** “法人或其他组织” heads the five kinds: it is no column, but it has its place among them. */
const KINDS_HEADER = '法人或其他组织';
const FIRST_KIND = 1;

/** The order in which one row names columns; within a row it holds even where spans were lost. */
function orderOfRow(row: TableRow): readonly number[] {
  const headers = new Map(headersOfRow(row).map(([column, cell]) => [cell, column]));
  return row.cells.flatMap((cell) => (cell.label === KINDS_HEADER ? FIRST_KIND : (headers.get(cell) ?? [])));
}

function standApart(ranges: readonly (HeaderRange | undefined)[]): boolean {
  const sorted = ranges.flatMap((range) => range ?? []).sort((a, b) => a.from - b.from);
  return sorted.every(({ from }, index) => index === 0 || from >= (sorted[index - 1]?.to ?? 0));
}

/** Where table three prints its column headers; `undefined` when it prints none whose place can be trusted. */
export function tableThreeHeaders(grid: TableGrid): ColumnHeaders | undefined {
  const rows = grid.rows.slice(0, HEADER_ROWS);
  const found = new Map<number, HeaderRange>();
  for (const [column, { from, to }] of rows.flatMap(headersOfRow))
    if (!found.has(column)) found.set(column, { from, to });
  if (found.size === 0) return undefined;
  const inOrder = rows.every((row) => isIncreasing(orderOfRow(row)));
  const slots = TABLE_THREE_COLUMNS.map((_, column) => found.get(column));
  const isPlaced = !grid.ragged && standApart(slots);
  if (inOrder && (!isPlaced || !isIncreasing(slots.flatMap((range) => range?.from ?? [])))) return undefined;
  return { ranges: isPlaced ? slots : slots.map(() => undefined), inOrder };
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
