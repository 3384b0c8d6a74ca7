import type { CellValue } from '@zhaoshi/domain/annual-report/report';

const PLAIN_FIGURE = /^[+-]?\d+(\.\d+)?$/;

/** Shortest decimal writing without exponent: an amount of one 分 is "0.000001", not "1e-6". */
function decimalText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return value.toFixed(6).replace(/0+$/, '').replace(/\.$/, '');
}

/**
 * What a cell shows. A figure is shown as it was printed where that is a plain figure ("70.80"), else as its
 * value, followed by its unit; its footnote goes below the table (AR-CEL-03). Blanks and words stay as they were:
 * a mark such as "/" is not repaired. A cell that the source did not have is shown empty.
 */
export function figureText(cell: CellValue | undefined): string {
  if (cell === undefined) return '';
  const raw = cell.raw.trim();
  if (cell.value === null) return raw;
  const figure = PLAIN_FIGURE.test(raw) && Number(raw) === cell.value ? raw : decimalText(cell.value);
  return figure + (cell.unit ?? '');
}

/** The number a spreadsheet may store for the cell; `null` where its text says more than the number. */
export function figureNumber(cell: CellValue | undefined): number | null {
  if (cell === undefined || cell.unit !== undefined) return null;
  return cell.value;
}
