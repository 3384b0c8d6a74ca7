import { normaliseLabel } from '@zhaoshi/domain/annual-report/labels';
import { COPY_MARK } from '@zhaoshi/domain/annual-report/work/copy-mark';
import type { Block, Grid, GridCell, Place } from '../source-document.ts';

/** One anchor cell of a table row. */
export interface RowCell {
  readonly text: string;
  /** `normaliseLabel(text)`. */
  readonly label: string;
  /** Slots of the grid it covers; in a ragged table only the order counts. */
  readonly from: number;
  readonly to: number;
  readonly place: Place;
}

/** One row of a table, cells from left to right. */
export interface TableRow {
  readonly kind: 'row';
  readonly cells: readonly RowCell[];
  /** Labels that reach down into this row from above, outermost first. */
  readonly covering: readonly RowCell[];
  readonly grid: TableGrid;
}

/** The table a row belongs to. */
export interface TableGrid {
  readonly ragged: boolean;
  readonly columns: number;
  /** Filled when the grid is split into rows; the rows share this object. */
  readonly rows: TableRow[];
}

export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  readonly place: Place;
}

/** The document in reading order, tables taken apart into rows. */
export type SourceItem = TextItem | TableRow;

function rowCell(cell: GridCell): RowCell {
  return {
    text: cell.text,
    label: normaliseLabel(cell.text),
    from: cell.column,
    to: cell.column + cell.colSpan,
    place: cell.place,
  };
}

function rowsOf(grid: Grid): readonly TableRow[] {
  const table: TableGrid = { ragged: grid.ragged, columns: grid.columns, rows: [] };
  const byRow: RowCell[][] = [];
  const covering: RowCell[][] = [];
  for (const cell of grid.cells) {
    const entry = rowCell(cell);
    (byRow[cell.row] ??= []).push(entry);
    if (entry.label === '') continue;
    for (let row = cell.row + 1; row < Math.min(cell.row + cell.rowSpan, grid.rows); row++) {
      (covering[row] ??= []).push(entry);
    }
  }
  for (let row = 0; row < grid.rows; row++) {
    const cells = (byRow[row] ?? []).sort((a, b) => a.from - b.from);
    table.rows.push({ kind: 'row', cells, covering: covering[row] ?? [], grid: table });
  }
  return table.rows;
}

/** Paragraphs and table rows of all blocks in reading order, without what marks a copy as such. */
export function sourceItems(blocks: readonly Block[]): readonly SourceItem[] {
  return blocks.flatMap((block): readonly SourceItem[] => {
    if (block.kind === 'table') return rowsOf(block.grid);
    const text = block.text.trim();
    return text.startsWith(COPY_MARK) ? [] : [{ kind: 'text', text, place: block.place }];
  });
}
