import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { DocumentCell, DocumentTable } from '../document-table.ts';
import { TABLE_FONT } from './fonts.ts';
import { TEXT_WIDTH } from './official-page.ts';

/** Type size in half points and exact line pitch in twentieths of a point. */
const NARROW = { size: 24, line: 320, margin: 85 } as const;
/** The 10- and 15-column tables have 10 mm a figure. */
const WIDE = { size: 20, line: 250, margin: 30 } as const;

const FIGURE_DIGITS = 5;

function columnWidths(widths: readonly number[]): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => Math.round((width / total) * TEXT_WIDTH));
}

function fontSize(cell: DocumentCell, size: number, wide: boolean): number {
  // "（三）不予公开" stands in two lines of four characters.
  if (cell.scope === 'rowgroup') return size - 1;
  if (!wide || cell.number === null || cell.text.length <= FIGURE_DIGITS) return size;
  return Math.floor((size * FIGURE_DIGITS) / cell.text.length);
}

/** Rows of figures stay whole; the last row lets go of what follows the table. */
function tableCell(table: DocumentTable, cell: DocumentCell, widths: readonly number[]): TableCell {
  const wide = table.columns > 4;
  const { size, line, margin } = wide ? WIDE : NARROW;
  const leftAligned = cell.scope === 'row' || cell.role === 'corner';
  const lastRow = cell.row + cell.rowSpan === table.rows.length;
  const side = leftAligned ? 85 : margin;
  return new TableCell({
    columnSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    width: {
      size: widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, width) => sum + width, 0),
      type: WidthType.DXA,
    },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: side, right: side, marginUnitType: WidthType.DXA },
    children: cell.text.split('\n').map(
      (text) =>
        new Paragraph({
          alignment: leftAligned ? AlignmentType.LEFT : AlignmentType.CENTER,
          spacing: { line, lineRule: LineRuleType.EXACT },
          ...(!lastRow && { keepNext: true }),
          children:
            text === '' ? [] : [new TextRun({ text, font: TABLE_FONT, size: fontSize(cell, size, wide) })],
        }),
    ),
  });
}

/** A table with the merged cells of the form; header rows are repeated when it runs over a page. */
export function docxTable(table: DocumentTable): Table {
  const widths = columnWidths(table.widths);
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: table.rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          ...(index < table.headerRows && { tableHeader: true }),
          children: row.map((cell) => tableCell(table, cell, widths)),
        }),
    ),
  });
}
