import type { FlowCell, FlowTable } from './page-table.ts';

/** Tables of one width within this many points can be one table; margins may be mirrored on even pages. */
const SAME_WIDTH = 6;
/** Column edges nearer than this are one edge. */
const SAME_EDGE = 5;

/**
 * Both tables on one common set of columns, or nothing when they cannot be parts of one table: same width, and the
 * column edges of one are among those of the other (a block with fewer columns may begin on the new page).
 */
export function alignColumns(upper: FlowTable, lower: FlowTable): [FlowTable, FlowTable] | undefined {
  const shift = first(upper) - first(lower);
  if (Math.abs(last(upper) - last(lower) - shift) > SAME_WIDTH) return undefined;
  const shifted = { ...lower, columnEdges: lower.columnEdges.map((edge) => edge + shift) };
  if (!isAmong(shifted.columnEdges, upper.columnEdges) && !isAmong(upper.columnEdges, shifted.columnEdges)) {
    return undefined;
  }
  const edges = [...upper.columnEdges];
  for (const edge of shifted.columnEdges) {
    if (!edges.some((known) => Math.abs(known - edge) <= SAME_EDGE)) edges.push(edge);
  }
  edges.sort((one, other) => one - other);
  return [onEdges(upper, edges), onEdges(shifted, edges)];
}

function first(table: FlowTable): number {
  return table.columnEdges[0] ?? 0;
}

function last(table: FlowTable): number {
  return table.columnEdges.at(-1) ?? 0;
}

function isAmong(edges: readonly number[], others: readonly number[]): boolean {
  return edges.every((edge) => others.some((other) => Math.abs(edge - other) <= SAME_EDGE));
}

function onEdges(table: FlowTable, edges: readonly number[]): FlowTable {
  const nearest = table.columnEdges.map((edge) => {
    const distances = edges.map((known) => Math.abs(known - edge));
    return distances.indexOf(Math.min(...distances));
  });
  const move = (cell: FlowCell): FlowCell => {
    const column = nearest[cell.column] ?? 0;
    const end = nearest[cell.column + cell.colSpan] ?? edges.length - 1;
    return { ...cell, column, colSpan: Math.max(1, end - column) };
  };
  return { ...table, columnEdges: edges, cells: table.cells.map(move) };
}
