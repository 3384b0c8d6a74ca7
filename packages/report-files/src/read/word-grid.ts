import { LIMITS } from '../limits.ts';
import { ReadFailure } from '../read-error.ts';
import type { Grid, GridCell, Place } from '../source-document.ts';
import type { ReadNotes } from './read-notes.ts';

/** A cell of a Word table before its merges are resolved. */
export interface WordCell {
  readonly text: string;
  /** Left and right edge, in twips or as grid lines; only their order and nearness matter. */
  left: number;
  right: number;
  /** Continues the cell above it. */
  readonly continues: boolean;
  readonly page?: number;
}

interface MutableCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  readonly colSpan: number;
  readonly place: Place;
}

/** Edges nearer than this (twips, about 1 mm) are the same line drawn twice by hand. */
const SAME_EDGE = 60;

/**
 * Turns rows of cells with edges into a grid: near edges become one grid line, vertical merges become spans,
 * and columns in which no cell starts disappear, so that column numbers are those a person counts.
 *
 * @param table number of the table in the file, from 1
 * @throws ReadFailure `too-complex` past the bounds of a grid
 */
export function wordGrid(rows: readonly (readonly WordCell[])[], table: number, notes: ReadNotes): Grid {
  if (rows.length > LIMITS.gridSlots) throw tooComplex();
  straighten(rows);
  const columnOf = columnsByEdge(rows);
  const cells: MutableCell[] = [];
  let above = new Map<number, MutableCell>();
  let columns = 0;
  for (const [row, words] of rows.entries()) {
    const here = new Map<number, MutableCell>();
    for (const word of words) {
      const column = columnOf(word.left);
      const colSpan = Math.max(columnOf(word.right) - column, 1);
      const merged = word.continues ? above.get(column) : undefined;
      if (merged !== undefined && merged.colSpan === colSpan) {
        merged.rowSpan += 1;
        here.set(column, merged);
        if (word.text !== '') noteHidden(notes, merged.place);
        continue;
      }
      const place: Place = {
        table,
        row: row + 1,
        column: column + 1,
        ...(word.page === undefined ? {} : { page: word.page }),
      };
      const cell = { text: word.text, row, column, rowSpan: 1, colSpan, place };
      cells.push(cell);
      here.set(column, cell);
      columns = Math.max(columns, column + colSpan);
    }
    above = here;
  }
  if (columns > LIMITS.gridColumns || columns * rows.length > LIMITS.gridSlots) throw tooComplex();
  return { rows: rows.length, columns, cells: cells satisfies GridCell[], ragged: false };
}

/** Edges that do not run from left to right say nothing; then the order of the cells must do. */
function straighten(rows: readonly (readonly WordCell[])[]): void {
  const usable = rows.every((row) =>
    row.every((cell, at) => cell.right > cell.left && cell.left >= (row[at - 1]?.right ?? cell.left)),
  );
  if (usable) return;
  for (const row of rows) {
    for (const [at, cell] of row.entries()) {
      cell.left = at;
      cell.right = at + 1;
    }
  }
}

/** Maps an edge to its grid line, counting only lines at which a cell starts, and the last one. */
function columnsByEdge(rows: readonly (readonly WordCell[])[]): (edge: number) => number {
  let narrowest = SAME_EDGE * 2;
  const starts = new Set<number>();
  const edges = new Set<number>();
  for (const row of rows) {
    for (const { left, right } of row) {
      narrowest = Math.min(narrowest, right - left);
      starts.add(left);
      edges.add(left).add(right);
    }
  }
  // Half the narrowest cell at most, so that no cell loses its width.
  const tolerance = narrowest / 2;
  const columns = new Map<number, number>();
  let column = -1;
  let first = Number.NEGATIVE_INFINITY;
  let counted = false;
  for (const edge of [...edges].sort((a, b) => a - b)) {
    if (edge - first >= tolerance) {
      first = edge;
      counted = false;
    }
    if (!counted && starts.has(edge)) {
      column += 1;
      counted = true;
    }
    columns.set(edge, counted ? column : column + 1);
  }
  return (edge) => columns.get(edge) ?? 0;
}

function noteHidden(notes: ReadNotes, place: Place): void {
  notes.add(
    'notUnderstood',
    'word.hidden-cell-text',
    '合并单元格被遮住的部分还有文字，页面上看不到，没有读入。',
    place,
  );
}

function tooComplex(): ReadFailure {
  return new ReadFailure(
    'too-complex',
    '表格的行列过多，超出安全限度，没有读取。请把表格恢复为规定格式后再试。',
  );
}
