import type { ByteView } from '../byte-view.ts';
import { SPRM } from './sprm.ts';

/** How the cells of a row are laid out, as the mark at the row's end says. */
export interface TableRow {
  /** Edges of the cells from left to right in twips, one more than there are cells. */
  readonly edges: readonly number[];
  readonly cells: readonly CellMerge[];
}

export interface CellMerge {
  /** Continues the cell to its left. */
  readonly joined: boolean;
  /** Continues the cell above. */
  readonly continues: boolean;
}

export interface MutableTableRow {
  readonly edges: number[];
  readonly cells: MutableCellMerge[];
}

interface MutableCellMerge {
  joined: boolean;
  continues: boolean;
}

const CELL_BYTES = 20;
const HORIZONTAL_BITS = 3;
const IN_VERTICAL = 0x20;
const VERTICAL_START = 0x40;

/** Applies one modifier to a row; modifiers that do not shape it change nothing. */
export function readTableRow(
  row: MutableTableRow | undefined,
  sprm: number,
  operand: ByteView,
): MutableTableRow | undefined {
  if (sprm === SPRM.tableDefinition) return definition(operand);
  if (row === undefined) return row;
  if (sprm === SPRM.tableMerge || sprm === SPRM.tableSplit) {
    const end = Math.min(operand.u8(1), row.cells.length);
    for (let cell = operand.u8(0); cell < end; cell += 1) {
      const merge = row.cells[cell];
      if (merge !== undefined) merge.joined = sprm === SPRM.tableMerge && cell > operand.u8(0);
    }
  } else if (sprm === SPRM.tableVerticalMerge) {
    const merge = row.cells[operand.u8(0)];
    if (merge !== undefined) merge.continues = operand.u8(1) === 1;
  }
  return row;
}

function definition(operand: ByteView): MutableTableRow {
  const count = operand.u8(0);
  const edges: number[] = [];
  for (let edge = 0; edge <= count; edge += 1) edges.push(operand.i16(1 + edge * 2));
  const flags: number[] = [];
  const start = 1 + (count + 1) * 2;
  // Descriptions of cells at the end may be left out; such cells are not merged.
  for (let cell = 0; cell < count; cell += 1) {
    const at = start + cell * CELL_BYTES;
    flags.push(at + 2 <= operand.length ? operand.u16(at) : 0);
  }
  const joined = joinedCells(flags.map((flag) => flag & HORIZONTAL_BITS));
  const cells = flags.map((flag, cell) => ({
    joined: joined[cell] ?? false,
    continues: (flag & IN_VERTICAL) !== 0 && (flag & VERTICAL_START) === 0,
  }));
  return { edges, cells };
}

/**
 * Which cells continue the one to their left. The specification gives the first cell of a set bit 2 and the others
 * bit 1, the older description and some writers have it the other way round; the cell a set begins with tells.
 */
function joinedCells(kinds: readonly number[]): boolean[] {
  let first = 0;
  return kinds.map((kind, cell) => {
    if (kind === 0) {
      first = 0;
      return false;
    }
    if ((kinds[cell - 1] ?? 0) === 0) {
      first = (kind & 2) === 0 ? 1 : 2;
      return false;
    }
    return (kind & first) === 0;
  });
}
