import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import { safeCell } from './plain-cell.ts';

/** A table of texts and figures for a spreadsheet; no text can be taken for a formula. */
export interface PlainSheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const heading = (title: string): CellObject => ({
  value: title,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#F2F4F7',
  wrap: true,
});

function cellOf(value: string | number): CellObject | null {
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' };
  return value === '' ? null : { value: safeCell(value), type: String, wrap: true, alignVertical: 'top' };
}

function sheetOf({ name, columns, rows }: PlainSheet) {
  const data: SheetData = [columns.map(({ title }) => heading(title)), ...rows.map((row) => row.map(cellOf))];
  return { sheet: name, data, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 };
}

/** Sheets in their order, their headings staying in view. */
export const writePlainSheet = (...sheets: readonly PlainSheet[]): Promise<Uint8Array> =>
  writeExcelFile(sheets.map(sheetOf)).toBuffer();
