import type { Cell, CellObject, SheetData } from 'write-excel-file/node';
import type { DocumentCell, DocumentTable } from '../document-table.ts';
import { PAGE_WIDTH, wrappedHeight } from './row-height.ts';

const PLAIN_FIGURE = /^[+-]?\d+(?:\.(\d+))?$/;

const STYLE = {
  fontFamily: '宋体',
  fontSize: 10,
  borderStyle: 'thin',
  borderColor: '#000000',
  alignVertical: 'center',
  wrap: true,
} as const;

/** Proportions of the form on the width of the printed page, in characters of a half-width digit. */
export function columnWidths(table: DocumentTable): readonly number[] {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  return table.widths.map((width) => Math.round((width / total) * PAGE_WIDTH * 10) / 10);
}

/** Figures are stored as numbers and show the decimals they were printed with; everything else is text. */
function valueOf(cell: DocumentCell): Pick<CellObject, 'value' | 'type' | 'format'> {
  if (cell.text === '') return {};
  const plain = PLAIN_FIGURE.exec(cell.text);
  if (cell.number === null || plain === null) return { value: cell.text, type: String };
  const decimals = plain[1]?.length ?? 0;
  return {
    value: cell.number,
    type: Number,
    ...(decimals > 0 && { format: `0.${'0'.repeat(decimals)}` }),
  };
}

function sheetCell(cell: DocumentCell): CellObject {
  const leftAligned = cell.scope === 'row' || cell.role === 'corner';
  return {
    ...STYLE,
    ...valueOf(cell),
    align: leftAligned ? 'left' : 'center',
    ...(cell.role === 'header' && { backgroundColor: '#F2F4F7' }),
    ...(cell.colSpan > 1 && { columnSpan: cell.colSpan }),
    ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
  };
}

function rowHeight(row: readonly DocumentCell[], widths: readonly number[]): number {
  const single = row.filter((cell) => cell.rowSpan === 1);
  return Math.max(
    ...single.map((cell) => {
      const width = widths
        .slice(cell.column, cell.column + cell.colSpan)
        .reduce((sum, columnWidth) => sum + columnWidth, 0);
      return wrappedHeight(cell.text, width, STYLE.fontSize);
    }),
    0,
  );
}

/** The table from the first row of its sheet on, with the merged cells of the form. */
export function tableSheet(table: DocumentTable): SheetData {
  const widths = columnWidths(table);
  return table.rows.map((row) => {
    const cells = Array.from({ length: table.columns }, (): Cell => null);
    const height = rowHeight(row, widths);
    for (const cell of row) cells[cell.column] = { ...sheetCell(cell), height };
    return cells;
  });
}
