import type { FormTable, LayoutCell } from '@zhaoshi/domain/annual-report/forms/form';
import type { TableId } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport, CellValues } from '@zhaoshi/domain/annual-report/report';
import { printRemark } from '../table-remark.ts';
import { figureNumber, figureText, remarksOf } from './figure-text.ts';
import { printable } from './printable.ts';

/** `header` above figures · `label` left of them · `corner` the printed tie-out sentence · `figure`. */
export type DocumentCellRole = 'header' | 'label' | 'corner' | 'figure';

export interface DocumentCell {
  readonly role: DocumentCellRole;
  readonly text: string;
  /** Figure to be stored as a number where the format knows numbers. */
  readonly number: number | null;
  /** Anchor slot, counted from 0; the header rows count. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Header role for accessible tables; `null` for a figure and the corner. */
  readonly scope: NonNullable<LayoutCell['scope']> | null;
}

/** One table as it will be printed, on the layout of its own form. */
export interface DocumentTable {
  readonly table: TableId;
  /** Name without its number, for example "收到和处理政府信息公开申请情况". */
  readonly caption: string;
  readonly columns: number;
  /** Relative widths, one a column. */
  readonly widths: readonly number[];
  /** Rows repeated at the top of each page. */
  readonly headerRows: number;
  readonly rows: readonly (readonly DocumentCell[])[];
  /** 表注: the remarks of cells, one paragraph each. */
  readonly notes: readonly string[];
}

function roleOf(cell: LayoutCell): DocumentCellRole {
  if (cell.scope === 'row' || cell.scope === 'rowgroup') return 'label';
  if (cell.scope !== undefined) return 'header';
  return cell.cell === undefined ? 'corner' : 'figure';
}

/** Gives every anchor of a layout its slot, walking round the cells that reach down from above. */
function place(
  rows: readonly (readonly LayoutCell[])[],
  columns: number,
  cells: CellValues,
): DocumentCell[][] {
  const taken = rows.map(() => Array.from({ length: columns }, () => false));
  return rows.map((row, rowIndex) => {
    let column = 0;
    return row.map((cell) => {
      while (taken[rowIndex]?.[column]) column += 1;
      for (const reached of taken.slice(rowIndex, rowIndex + cell.rowSpan)) {
        reached.fill(true, column, column + cell.colSpan);
      }
      const value = cell.cell === undefined ? undefined : cells[cell.cell];
      return {
        role: roleOf(cell),
        text: cell.text ?? printable(figureText(value)),
        number: figureNumber(value),
        row: rowIndex,
        column,
        rowSpan: cell.rowSpan,
        colSpan: cell.colSpan,
        scope: cell.scope ?? null,
      };
    });
  });
}

function notesOf(form: FormTable, cells: CellValues): string[] {
  const remarks = form.cells.flatMap((cell) =>
    remarksOf(cells[cell.id]).map((remark) => ({
      row: cell.row.name,
      column: cell.column.label,
      text: printable(remark).trim(),
    })),
  );
  return remarks.map((remark, index) => printRemark(remark, remarks.length > 1 ? index + 1 : null));
}

/** A table of the report on the layout of the form it follows. */
export function toDocumentTable(form: FormTable, report: Pick<AnnualReport, 'cells'>): DocumentTable {
  const { layout } = form;
  return {
    table: form.table,
    caption: form.title.replace(/^[一二三四五六]、/, ''),
    columns: layout.columns,
    widths: layout.widths,
    headerRows: layout.headerRows,
    rows: place(layout.rows, layout.columns, report.cells),
    notes: notesOf(form, report.cells),
  };
}
