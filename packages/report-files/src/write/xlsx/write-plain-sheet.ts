import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import { safeCell } from './plain-cell.ts';

/** A table of texts for a spreadsheet; no cell can be taken for a formula. */
export interface PlainSheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

const heading = (title: string): CellObject => ({
  value: title,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#F2F4F7',
  wrap: true,
});

/** One sheet, its headings staying in view. */
export async function writePlainSheet({ name, columns, rows }: PlainSheet): Promise<Uint8Array> {
  const data: SheetData = [
    columns.map(({ title }) => heading(title)),
    ...rows.map((row) =>
      row.map((value): CellObject | null =>
        value === '' ? null : { value: safeCell(value), type: String, wrap: true, alignVertical: 'top' },
      ),
    ),
  ];
  const widths = columns.map(({ width }) => ({ width }));
  return writeExcelFile([{ sheet: name, data, columns: widths, stickyRowsCount: 1 }]).toBuffer();
}
