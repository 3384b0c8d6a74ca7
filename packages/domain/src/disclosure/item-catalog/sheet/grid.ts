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

/** A range of merged cells, as spreadsheets keep them beside their cells. */
export interface MergedRange {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** No catalogue is larger; what lies beyond carries only the style of whole rows and columns. */
const MOST_ROWS = 10_000;
const MOST_COLUMNS = 64;

// Not Math.max over all: a long list is too many arguments.
const farthest = (ends: readonly number[]): number => ends.reduce((most, end) => Math.max(most, end), 0);

const covers = (range: MergedRange, row: number, column: number): boolean =>
  range.row <= row &&
  row < range.row + range.rowSpan &&
  range.column <= column &&
  column < range.column + range.colSpan;

/**
 * The grid of a worksheet from its cells and merged ranges, rows and columns counted from 0. Cells under a merged one are
 * left out, and so is all beyond 10 000 rows and 64 columns.
 */
export function sheetGrid(
  cells: readonly Pick<SheetCell, 'row' | 'column' | 'text'>[],
  merges: readonly MergedRange[],
): SheetGrid {
  const kept = cells.filter(({ row, column }) => row < MOST_ROWS && column < MOST_COLUMNS);
  // Rows are far more than merges over any one of them; looked up by row, so that long lists stay quick.
  const byRow = new Map<number, MergedRange[]>();
  for (const range of merges) {
    for (let row = range.row; row < Math.min(MOST_ROWS, range.row + range.rowSpan); row += 1) {
      const own = byRow.get(row) ?? [];
      // Ranges of a sound sheet do not overlap, so a row has no more of them than columns.
      if (own.length < MOST_COLUMNS) own.push(range);
      byRow.set(row, own);
    }
  }
  const spanned = kept.flatMap(({ row, column, text }): SheetCell[] => {
    const range = byRow.get(row)?.find((one) => covers(one, row, column));
    if (range === undefined) return [{ row, column, text, rowSpan: 1, colSpan: 1 }];
    const isAnchor = range.row === row && range.column === column;
    return isAnchor ? [{ row, column, text, rowSpan: range.rowSpan, colSpan: range.colSpan }] : [];
  });
  const filled = spanned.filter(({ text }) => text.trim() !== '');
  return {
    rows: Math.min(MOST_ROWS, farthest(filled.map(({ row, rowSpan }) => row + rowSpan))),
    columns: Math.min(MOST_COLUMNS, farthest(filled.map(({ column, colSpan }) => column + colSpan))),
    cells: filled,
  };
}
