/** A sheet as its file shows it: cells with their spans, rows and columns counted from 0. */
export interface SheetCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface SheetGrid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly SheetCell[];
}

/** The cell that covers each place of a row, merged cells at every place that they cover; `null` where there is none. */
export type CoveredRow = readonly (SheetCell | null)[];

/** The rows of a grid with merged cells filled in. */
export function coveredRows({ rows, columns, cells }: SheetGrid): readonly CoveredRow[] {
  const filled = Array.from({ length: rows }, () =>
    Array.from<SheetCell | null>({ length: columns }).fill(null),
  );
  for (const cell of cells) {
    for (let row = cell.row; row < Math.min(rows, cell.row + cell.rowSpan); row += 1) {
      filled[row]?.fill(cell, cell.column, Math.min(columns, cell.column + cell.colSpan));
    }
  }
  return filled;
}

export const textAt = (row: CoveredRow, column: number): string => row[column]?.text.trim() ?? '';
