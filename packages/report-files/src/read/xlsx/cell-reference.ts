import type { MergedRange } from './sheet.ts';

const MAX_COLUMN = 16_384;
const MAX_ROW = 1_048_576;

export interface CellReference {
  readonly row: number;
  readonly column: number;
}

/** "B3" → row 2, column 1; `undefined` when it is no reference inside a sheet. */
export function parseReference(text: string): CellReference | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + (letter.charCodeAt(0) - 64);
  const row = Number(match[2]);
  return column > MAX_COLUMN || row < 1 || row > MAX_ROW ? undefined : { row: row - 1, column: column - 1 };
}

/** "A1:D3" → the merged range; `undefined` when it is none or holds a single cell. */
export function parseRange(text: string): MergedRange | undefined {
  const [first, last] = text.split(':', 2).map(parseReference);
  if (first === undefined || last === undefined) return undefined;
  const rowSpan = last.row - first.row + 1;
  const colSpan = last.column - first.column + 1;
  if (rowSpan < 1 || colSpan < 1 || rowSpan * colSpan === 1) return undefined;
  return { ...first, rowSpan, colSpan };
}
