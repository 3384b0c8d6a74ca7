import type { PageTable } from './cell-text.ts';
import type { Lattice } from './lattice.ts';

/** A cell of a table that may stretch over pages; slots count from 0 in the whole table. */
export interface FlowCell {
  readonly page: number;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
  /** Its last line leaves no room for another character. */
  readonly isFull: boolean;
}

/** A table rebuilt from one page or joined from several. */
export interface FlowTable {
  readonly firstPage: number;
  readonly lastPage: number;
  /** Upper edge on its first page. */
  readonly top: number;
  /** Heights of the rows in points. */
  readonly rowHeights: readonly number[];
  /** x of every column edge, one more than there are columns. */
  readonly columnEdges: readonly number[];
  readonly cells: readonly FlowCell[];
}

/** The table of one page, without rows and columns in which no cell begins (double rules, page decorations). */
export function flowTableOf(table: PageTable): FlowTable {
  const { lattice, page, cells } = table;
  const rows = usedEdges(lattice, 'row');
  const columns = usedEdges(lattice, 'column');
  return {
    firstPage: page,
    lastPage: page,
    top: lattice.box.top,
    rowHeights: rows.map((edge, index) => {
      const next = rows[index + 1] ?? lattice.rows.length - 1;
      return (lattice.rows[next] ?? 0) - (lattice.rows[edge] ?? 0);
    }),
    columnEdges: [...columns.map((edge) => lattice.columns[edge] ?? 0), lattice.box.right],
    cells: cells.map((cell) => ({
      page,
      row: rows.indexOf(cell.row),
      column: columns.indexOf(cell.column),
      rowSpan: countBetween(rows, cell.row, cell.row + cell.rowSpan),
      colSpan: countBetween(columns, cell.column, cell.column + cell.colSpan),
      text: cell.text,
      isFull: cell.isFull,
    })),
  };
}

function usedEdges(lattice: Lattice, axis: 'row' | 'column'): number[] {
  return [...new Set(lattice.cells.map((cell) => cell[axis]))].sort((one, other) => one - other);
}

function countBetween(edges: readonly number[], from: number, to: number): number {
  return edges.filter((edge) => edge >= from && edge < to).length;
}

const FIGURE = /^[-+−－]?[\d０-９][\d０-９.,，．\s]*[%％]?$/u;

/** The text is a number and nothing else. */
export function isFigure(text: string): boolean {
  return FIGURE.test(text.trim());
}

const NUMBERING =
  /^(?:[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+[、.．]|\d+[.．、]|第[一二三四五六七八九十]+)/u;

/** The text begins like a row label of its own: “（三）”, “三、”, “2.”, “第二十条”. */
export function beginsNumbered(text: string): boolean {
  return NUMBERING.test(text);
}
