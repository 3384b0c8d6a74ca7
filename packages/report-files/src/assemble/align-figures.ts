import type { ColumnHeaders, HeaderRange } from './column-headers.ts';
import type { RowCell } from './source-items.ts';

/**
 * The cells behind a row label put under the columns of the form.
 * - `exact`: as many cells as columns, or placed under their headers;
 * - `short`: figures are missing, those printed were taken in order, the rest is blank;
 * - `excess`: more figures than columns; which belongs where cannot be told;
 * - `unclear`: a figure stands under several headers, or the headers are not those of the form.
 */
export interface Aligned {
  readonly fit: 'exact' | 'short' | 'excess' | 'unclear';
  readonly cells: readonly (RowCell | undefined)[];
}

const isBlank = (cell: RowCell | undefined): boolean => cell === undefined || cell.label === '';

function overlap(cell: RowCell, header: HeaderRange): number {
  return Math.min(cell.to, header.to) - Math.max(cell.from, header.from);
}

/** Puts every cell under the header it overlaps most; `undefined` when a figure has no header of its own. */
function byHeaders(
  cells: readonly RowCell[],
  headers: ColumnHeaders['ranges'],
): readonly (RowCell | undefined)[] | undefined {
  const placed = Array.from<RowCell | undefined>({ length: headers.length });
  for (const cell of cells) {
    let best = -1;
    let width = 0;
    for (const [index, header] of headers.entries()) {
      if (header && overlap(cell, header) > width) {
        best = index;
        width = overlap(cell, header);
      }
    }
    if (isBlank(cell)) {
      if (best >= 0) placed[best] ??= cell;
      continue;
    }
    if (best < 0 || !isBlank(placed[best])) return undefined;
    placed[best] = cell;
  }
  return placed;
}

/** Drops blank cells that cannot be columns: those before the figures first, then those behind, then between. */
function dropBlanks(cells: readonly RowCell[], expected: number): readonly RowCell[] {
  const left = [...cells];
  while (left.length > expected && isBlank(left[0])) left.shift();
  while (left.length > expected && isBlank(left.at(-1))) left.pop();
  if (left.length <= expected) return left;
  const figures = left.filter((cell) => !isBlank(cell));
  return figures.length <= expected ? figures : left;
}

/** Cells of one printed line: the text has rows but no columns, and a shifted row looks like any other. */
function isOneLine(cells: readonly RowCell[]): boolean {
  const line = cells[0]?.place.line;
  return line !== undefined && cells.length > 1 && cells.every(({ place }) => place.line === line);
}

/** One blank, at an end of the row, between figures everywhere else: the sign of a row that lost a column. */
function looksShifted(cells: readonly (RowCell | undefined)[]): boolean {
  const blanks = cells.filter(isBlank).length;
  return blanks === 1 && cells.length > 2 && (isBlank(cells[0]) || isBlank(cells.at(-1)));
}

/** A figure in a cell merged over several columns belongs to none of them. */
function coversSeveral(cell: RowCell, headers: ColumnHeaders['ranges']): boolean {
  const covered = headers.filter((header) => header && cell.from <= header.from && cell.to >= header.to);
  return !isBlank(cell) && covered.length > 1;
}

/** Where cells are too few or too many, their place under the headers tells which is which. */
function bySlots(
  cells: readonly RowCell[],
  headers: ColumnHeaders | undefined,
): readonly (RowCell | undefined)[] | undefined {
  const known = headers?.ranges.filter((range) => range !== undefined).length ?? 0;
  if (!headers || known === 0 || (known < headers.ranges.length && known !== cells.length)) return undefined;
  return byHeaders(cells, headers.ranges);
}

/**
 * Aligns the cells right of a label with `expected` columns (annual-report.md §12: rows lose their first or last
 * column, phantom columns come in).
 *
 * @param headers as the table shows them
 */
export function alignFigures(
  cells: readonly RowCell[],
  expected: number,
  headers: ColumnHeaders | undefined,
): Aligned {
  if (headers?.inOrder === false) {
    const complete = headers.ranges.every((range) => range !== undefined);
    const placed = complete ? byHeaders(cells, headers.ranges) : undefined;
    return placed ? { fit: 'exact', cells: placed } : { fit: 'unclear', cells };
  }
  if (headers && cells.some((cell) => coversSeveral(cell, headers.ranges))) return { fit: 'unclear', cells };
  if (cells.length === expected) {
    return { fit: isOneLine(cells) && looksShifted(cells) ? 'short' : 'exact', cells };
  }
  const placed = bySlots(cells, headers);
  if (placed) return { fit: 'exact', cells: placed };
  const kept = dropBlanks(cells, expected);
  if (kept.length > expected) return { fit: 'excess', cells: kept };
  if (kept.length === expected) return { fit: looksShifted(kept) ? 'short' : 'exact', cells: kept };
  const blanks = Array.from<undefined>({ length: expected - kept.length });
  return { fit: 'short', cells: [...kept, ...blanks] };
}
