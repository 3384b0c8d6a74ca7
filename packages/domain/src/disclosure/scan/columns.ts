import { type ColumnHeading, headingOf } from './labels.ts';
import type { ScanPiece, ScanPlace } from './piece.ts';

/** Names the table a cell stands in; nothing for what is no cell. */
function tableOf({ kind, table, sheet }: ScanPlace): string | undefined {
  if (kind === 'tableCell') return `table ${table ?? 0}`;
  return kind === 'sheetCell' ? `sheet ${sheet ?? ''}` : undefined;
}

/** Names what one person's data stand in together: a row of a table, or the piece itself. */
export function recordOf(place: ScanPlace, piece: number): string {
  const table = tableOf(place);
  return table === undefined ? `piece ${piece}` : `${table} row ${place.row ?? 0}`;
}

/** The heading above each cell, by the index of its piece; cells are expected in reading order. */
export function columnHeadings(pieces: readonly ScanPiece[]): ReadonlyMap<number, ColumnHeading> {
  const current = new Map<string, ColumnHeading>();
  const above = new Map<number, ColumnHeading>();
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'text') continue;
    const table = tableOf(piece.place);
    if (table === undefined) continue;
    const column = `${table} column ${piece.place.column ?? 0}`;
    const own = headingOf(piece.text);
    if (own !== undefined) current.set(column, own);
    const heading = own === undefined ? current.get(column) : undefined;
    if (heading !== undefined) above.set(index, heading);
  }
  return above;
}
