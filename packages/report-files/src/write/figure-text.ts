import { parseCell } from '@zhaoshi/domain/annual-report/parse-cell';
import type { CellValue } from '@zhaoshi/domain/annual-report/report';
import { UNIT_REMARK } from '../table-remark.ts';

const PLAIN_FIGURE = /^[+-]?\d+(\.\d+)?$/;

/** Shortest decimal writing without exponent: an amount of one 分 is "0.000001", not "1e-6". */
function decimalText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return value.toFixed(6).replace(/0+$/, '').replace(/\.$/, '');
}

/** Units and remarks that the source printed inside the cell stay there: converting a file repairs nothing. */
function printedInside(cell: CellValue): boolean {
  return [cell.unit, cell.footnote].some((part) => part !== undefined && cell.raw.includes(part));
}

/** Stands before glued figures that no reader could part, see `isGlued`. */
const GLUED = '未拆开：';

/** Words that look like one figure: those of a whole row in one piece (“7777166”), kept in each of its cells. */
function isGlued({ state, raw }: CellValue): boolean {
  return state === 'text' && parseCell(raw, 'signedCount').state === 'value';
}

/**
 * What a cell shows. A figure is shown as it was printed where that is a plain figure ("70.80") or holds its unit
 * or remark, else as its value. Blanks and words stay as they were: a mark such as "/" is not repaired. Glued
 * figures are marked, or everyone would take them for the cell's own figure. A cell that the source did not have
 * is shown empty.
 */
export function figureText(cell: CellValue | undefined): string {
  if (cell === undefined) return '';
  const raw = cell.raw.trim();
  if (isGlued(cell)) return `${GLUED}${raw}`;
  if (cell.value === null || printedInside(cell)) return raw;
  return PLAIN_FIGURE.test(raw) && Number(raw) === cell.value ? raw : decimalText(cell.value);
}

/** The number a spreadsheet may store for the cell; `null` where its text says more than the number. */
export function figureNumber(cell: CellValue | undefined): number | null {
  return cell === undefined || printedInside(cell) ? null : cell.value;
}

/** What goes below the table (表注): the unit and the remark that are not printed inside the cell. */
export function remarksOf(cell: CellValue | undefined): readonly string[] {
  if (cell === undefined || printedInside(cell)) return [];
  return [
    ...(cell.unit === undefined ? [] : [`${UNIT_REMARK}${cell.unit}`]),
    ...(cell.footnote === undefined ? [] : [cell.footnote]),
  ];
}
