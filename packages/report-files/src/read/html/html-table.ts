import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import type { Grid, GridCell } from '../../source-document.ts';

/** A cell as the markup writes it; spans are not yet clipped. */
export interface HtmlCell {
  readonly paragraphs: readonly string[];
  readonly colSpan: number;
  /** 0: to the end of the row group, as HTML defines it. */
  readonly rowSpan: number;
}

export interface HtmlRow {
  /** Rows of one thead/tbody/tfoot share a number; a rowspan ends with its group. */
  readonly group: number;
  readonly cells: readonly HtmlCell[];
}

const tooComplex = (what: string): ReadFailure =>
  new ReadFailure(
    'too-complex',
    `表格${what}，不像年度报告的表格，未读取。请检查文件，或另存为 .docx 后重试。`,
  );

/** For each row, the first row after its group. */
function groupEnds(rows: readonly HtmlRow[]): number[] {
  const ends = Array.from<number>({ length: rows.length });
  for (let index = rows.length - 1; index >= 0; index--) {
    const sameGroup = rows[index + 1]?.group === rows[index]?.group;
    ends[index] = sameGroup ? (ends[index + 1] ?? rows.length) : index + 1;
  }
  return ends;
}

/** Places every cell in the first free slots of its row, as browsers do. */
function placeCells(rows: readonly HtmlRow[], table: number): GridCell[] {
  const ends = groupEnds(rows);
  // For each column, the first row that is free again.
  const freeFrom: number[] = [];
  const placed: GridCell[] = [];
  let slots = 0;
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row.cells) {
      while ((freeFrom[column] ?? 0) > rowIndex) column++;
      const end = ends[rowIndex] ?? rows.length;
      const rowSpan = cell.rowSpan === 0 ? end - rowIndex : Math.min(cell.rowSpan, end - rowIndex);
      slots += rowSpan * cell.colSpan;
      if (slots > LIMITS.gridSlots) throw tooComplex(`超过 ${LIMITS.gridSlots} 格`);
      if (column + cell.colSpan > LIMITS.gridColumns) throw tooComplex(`超过 ${LIMITS.gridColumns} 列`);
      for (let slot = column; slot < column + cell.colSpan; slot++) {
        freeFrom[slot] = Math.max(freeFrom[slot] ?? 0, rowIndex + rowSpan);
      }
      placed.push({
        text: cell.paragraphs.join('\n'),
        row: rowIndex,
        column,
        rowSpan,
        colSpan: cell.colSpan,
        place: { table, row: rowIndex + 1, column: column + 1 },
      });
      column += cell.colSpan;
    }
  });
  return placed;
}

/**
 * The grid of a table. Columns in which no cell starts do not exist for the eye (LibreOffice writes one of one
 * pixel into table four), so they are dropped.
 *
 * @param table number of the table in the file, from 1
 * @throws ReadFailure `too-complex` above the grid limits
 */
export function htmlGrid(rows: readonly HtmlRow[], table: number): Grid {
  const placed = placeCells(rows, table);
  const width = placed.reduce((most, cell) => Math.max(most, cell.column + cell.colSpan), 0);
  const starts = new Set(placed.map((cell) => cell.column));
  // keptBefore[c]: how many columns left of c stay.
  const keptBefore = [0];
  for (let column = 0; column < width; column++) {
    keptBefore.push((keptBefore[column] ?? 0) + (starts.has(column) ? 1 : 0));
  }
  const cells = placed.map((cell) => {
    const column = keptBefore[cell.column] ?? 0;
    return {
      text: cell.text,
      row: cell.row,
      rowSpan: cell.rowSpan,
      column,
      colSpan: (keptBefore[cell.column + cell.colSpan] ?? starts.size) - column,
      place: { ...cell.place, column: column + 1 },
    };
  });
  return { rows: rows.length, columns: starts.size, cells, ragged: false };
}
