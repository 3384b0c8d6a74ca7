import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import type { GridCell, TableBlock } from '../../source-document.ts';

interface FlatCell {
  text: string;
  readonly line: number;
}

/**
 * Gathers the cells of one flattened table. A tab is a cell, also when nothing stands behind it: a blank cell must
 * stay a blank one (annual-report.md §12).
 */
export class FlatTable {
  private readonly rows: FlatCell[][] = [];
  private open: FlatCell[] = [];
  private slots = 0;

  get isEmpty(): boolean {
    return this.rows.length === 0 && this.open.length === 0;
  }

  /** The cell last added to the open row. */
  get lastCell(): { readonly text: string } | undefined {
    return this.open.at(-1);
  }

  addCell(text: string, line: number): void {
    this.slots++;
    if (this.slots > LIMITS.gridSlots) {
      throw new ReadFailure(
        'too-complex',
        `文本中的表格超过 ${LIMITS.gridSlots} 格，不像年度报告，未读取。请检查文件是否选对。`,
      );
    }
    this.open.push({ text, line });
  }

  /** A further line of the cell last added. */
  continueCell(text: string): void {
    const cell = this.open.at(-1);
    if (cell) cell.text = cell.text.trim() === '' ? text : `${cell.text}\n${text}`;
  }

  endRow(): void {
    if (this.open.length > 0) this.rows.push(this.open);
    this.open = [];
  }

  /** The table as a ragged grid: rows keep their own length, because the text has no columns. */
  toBlock(table: number): TableBlock {
    this.endRow();
    const cells = this.rows.flatMap((row, rowIndex) =>
      row.map(
        (cell, column): GridCell => ({
          text: cell.text,
          row: rowIndex,
          column,
          rowSpan: 1,
          colSpan: 1,
          place: { line: cell.line, table, row: rowIndex + 1, column: column + 1 },
        }),
      ),
    );
    const columns = this.rows.reduce((most, row) => Math.max(most, row.length), 0);
    const line = this.rows[0]?.[0]?.line;
    return {
      kind: 'table',
      grid: { rows: this.rows.length, columns, cells, ragged: true },
      place: { table, ...(line !== undefined && { line }) },
    };
  }
}
