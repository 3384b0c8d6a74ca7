import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import type { Deadline } from '../deadline.ts';
import { closeOpenEdges, connectedGroups } from './line-groups.ts';
import { mergeLines } from './merge-lines.ts';
import type { Box, RulingLine } from './page-geometry.ts';

/** A cell between ruling lines; slots count from 0 and index into `Lattice.rows` and `Lattice.columns`. */
export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
}

/** A ruled table of one page. */
export interface Lattice {
  readonly box: Box;
  /** y of every row edge, one more than there are rows. */
  readonly rows: readonly number[];
  /** x of every column edge, one more than there are columns. */
  readonly columns: readonly number[];
  readonly cells: readonly LatticeCell[];
  /** Outer rules that were missing and have been supplied. */
  readonly closedEdges: number;
  /** Merged areas that were no rectangles and have been cut. */
  readonly cutAreas: number;
}

/** Edges nearer than this are one row or column edge. */
const SAME_EDGE = 2.5;
/** A slot border counts as drawn when this part of it is covered. */
const COVERED = 0.5;

/** Rebuilds the ruled tables of a page, from the top down. Frames without inner rules are not tables. */
export function findLattices(lines: readonly RulingLine[], deadline: Deadline): Lattice[] {
  const lattices: Lattice[] = [];
  for (const group of connectedGroups(mergeLines(lines), deadline)) {
    const lattice = buildLattice(group, deadline);
    if (lattice) lattices.push(lattice);
  }
  return withoutFrames(lattices).toSorted(
    (one, other) => one.box.top - other.box.top || one.box.left - other.box.left,
  );
}

function buildLattice(group: readonly RulingLine[], deadline: Deadline): Lattice | undefined {
  if (group.length < 4) return undefined;
  const { lines, closed } = closeOpenEdges(group);
  const rows = edges(lines.filter((line) => line.direction === 'horizontal'));
  const columns = edges(lines.filter((line) => line.direction === 'vertical'));
  const slots = (rows.length - 1) * (columns.length - 1);
  if (rows.length < 2 || columns.length < 2 || slots < 2) return undefined;
  if (slots > LIMITS.gridSlots) {
    throw new ReadFailure('too-large', 'PDF 中的表格过大，超出可读取的上限，未保留任何内容。');
  }
  const borders = new Borders(lines, rows, columns);
  const areas = mergedAreas(rows.length - 1, columns.length - 1, borders, deadline);
  const { rectangles, cut } = rectanglesOf(areas, rows.length - 1, columns.length - 1);
  if (rectangles.length < 2) return undefined;
  const at = (list: readonly number[], index: number) => list[index] ?? 0;
  const cells = rectangles.map(({ row, column, rowSpan, colSpan }) => ({
    row,
    column,
    rowSpan,
    colSpan,
    box: {
      left: at(columns, column),
      right: at(columns, column + colSpan),
      top: at(rows, row),
      bottom: at(rows, row + rowSpan),
    },
  }));
  const box = {
    left: at(columns, 0),
    right: at(columns, columns.length - 1),
    top: at(rows, 0),
    bottom: at(rows, rows.length - 1),
  };
  return { box, rows, columns, cells, closedEdges: closed, cutAreas: cut };
}

function edges(lines: readonly RulingLine[]): number[] {
  const clusters: { sum: number; weight: number; last: number }[] = [];
  for (const { at, from, to } of lines.toSorted((one, other) => one.at - other.at)) {
    const weight = to - from + 0.01;
    const cluster = clusters.at(-1);
    if (cluster && at - cluster.last <= SAME_EDGE) {
      cluster.sum += at * weight;
      cluster.weight += weight;
      cluster.last = at;
    } else {
      clusters.push({ sum: at * weight, weight, last: at });
    }
  }
  return clusters.map(({ sum, weight }) => sum / weight);
}

/** Answers whether the border between two slots is drawn. */
class Borders {
  private readonly rows: readonly number[];
  private readonly columns: readonly number[];
  private readonly below: readonly (readonly RulingLine[])[];
  private readonly beside: readonly (readonly RulingLine[])[];

  constructor(lines: readonly RulingLine[], rows: readonly number[], columns: readonly number[]) {
    this.rows = rows;
    this.columns = columns;
    const near = (direction: RulingLine['direction']) => (edge: number) =>
      lines.filter((line) => line.direction === direction && Math.abs(line.at - edge) <= SAME_EDGE);
    this.below = rows.map(near('horizontal'));
    this.beside = columns.map(near('vertical'));
  }

  hasBelow(row: number, column: number): boolean {
    return isCovered(this.below[row + 1], this.columns[column], this.columns[column + 1]);
  }

  hasRight(row: number, column: number): boolean {
    return isCovered(this.beside[column + 1], this.rows[row], this.rows[row + 1]);
  }
}

function isCovered(lines: readonly RulingLine[] = [], from = 0, to = 0): boolean {
  let covered = 0;
  for (const line of lines) covered += Math.max(0, Math.min(line.to, to) - Math.max(line.from, from));
  return covered >= (to - from) * COVERED;
}

/** Number of the merged area of every slot, row by row. */
function mergedAreas(rows: number, columns: number, borders: Borders, deadline: Deadline): number[] {
  const areas = Array.from({ length: rows * columns }, (_, index) => index);
  const rootOf = (start: number): number => {
    let index = start;
    while (areas[index] !== index) index = areas[index] ?? index;
    return index;
  };
  const unite = (one: number, other: number) => {
    const [low, high] = [rootOf(one), rootOf(other)].sort((a, b) => a - b);
    if (low !== undefined && high !== undefined) areas[high] = low;
  };
  for (let row = 0; row < rows; row++) {
    deadline.check();
    for (let column = 0; column < columns; column++) {
      const slot = row * columns + column;
      if (column + 1 < columns && !borders.hasRight(row, column)) unite(slot, slot + 1);
      if (row + 1 < rows && !borders.hasBelow(row, column)) unite(slot, slot + columns);
    }
  }
  return areas.map((_, index) => rootOf(index));
}

type Rectangle = Omit<LatticeCell, 'box'>;

/** Areas are rectangles in a sound table; where a piece of rule is missing they are cut into rectangles. */
function rectanglesOf(
  areas: readonly number[],
  rows: number,
  columns: number,
): { rectangles: Rectangle[]; cut: number } {
  const taken = new Set<number>();
  const seen = new Set<number>();
  const rectangles: Rectangle[] = [];
  let cut = 0;
  for (let slot = 0; slot < areas.length; slot++) {
    const area = areas[slot];
    if (area === undefined || taken.has(slot)) continue;
    const row = Math.floor(slot / columns);
    const column = slot % columns;
    const isFree = (r: number, c: number) => areas[r * columns + c] === area && !taken.has(r * columns + c);
    let colSpan = 1;
    while (column + colSpan < columns && isFree(row, column + colSpan)) colSpan++;
    const rowIsFree = (r: number) => {
      for (let c = column; c < column + colSpan; c++) if (!isFree(r, c)) return false;
      return true;
    };
    let rowSpan = 1;
    while (row + rowSpan < rows && rowIsFree(row + rowSpan)) rowSpan++;
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + colSpan; c++) taken.add(r * columns + c);
    }
    if (seen.has(area)) cut++;
    seen.add(area);
    rectangles.push({ row, column, rowSpan, colSpan });
  }
  return { rectangles, cut };
}

/** A box drawn around a whole page or around another table is decoration: only the inner table is kept. */
function withoutFrames(lattices: readonly Lattice[]): Lattice[] {
  return lattices.filter(
    (outer) =>
      !lattices.some(
        (inner) =>
          inner !== outer &&
          inner.cells.length > outer.cells.length &&
          inner.box.left >= outer.box.left &&
          inner.box.right <= outer.box.right &&
          inner.box.top >= outer.box.top &&
          inner.box.bottom <= outer.box.bottom,
      ),
  );
}
