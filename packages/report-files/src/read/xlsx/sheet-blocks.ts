import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import type { Block, GridCell } from '../../source-document.ts';
import type { MergedRange, Sheet, SheetCell } from './sheet.ts';
import { isTableText } from './sheet-labels.ts';

interface SpannedCell extends SheetCell {
  readonly rowSpan: number;
  readonly colSpan: number;
}

interface SheetRow {
  readonly row: number;
  /** Cells that are there, blank ones included, in column order; cells under a merged one are left out. */
  readonly cells: readonly SpannedCell[];
  readonly filled: readonly SpannedCell[];
}

/** A lone text of this length beside blank cells is a sentence, not a label whose figures are blank. */
const MAX_LABEL_CHARACTERS = 60;

const slotKey = (row: number, column: number): number => row * 0x8000 + column;

/** Merged ranges, cut to the part of the sheet that holds text, by their first slot; and the slots they cover. */
function layMerges(merges: readonly MergedRange[], rows: number, columns: number) {
  const anchors = new Map<number, MergedRange>();
  const covered = new Set<number>();
  for (const merge of merges) {
    if (merge.row >= rows || merge.column >= columns) continue;
    const rowSpan = Math.min(merge.rowSpan, rows - merge.row);
    const colSpan = Math.min(merge.colSpan, columns - merge.column);
    if (covered.size + rowSpan * colSpan > LIMITS.gridSlots) {
      throw new ReadFailure('too-complex', '电子表格的合并单元格过多，不像一份年度报告，未读取。');
    }
    for (let down = 0; down < rowSpan; down++) {
      for (let right = 0; right < colSpan; right++) {
        if (down + right > 0) covered.add(slotKey(merge.row + down, merge.column + right));
      }
    }
    anchors.set(slotKey(merge.row, merge.column), { ...merge, rowSpan, colSpan });
  }
  return { anchors, covered };
}

function sameCellTwice(): ReadFailure {
  return new ReadFailure(
    'damaged',
    '电子表格里有单元格保存了两次，无法确定以哪一个为准。请用 Excel 或 WPS 打开后另存一份再试。',
  );
}

function rowsOf(sheet: Sheet): SheetRow[] {
  const filled = sheet.cells.filter((cell) => cell.text !== '');
  const rows = filled.reduce((most, cell) => Math.max(most, cell.row + 1), 0);
  const columns = filled.reduce((most, cell) => Math.max(most, cell.column + 1), 0);
  // One row more than text: a last row of blanks belongs to the table above it.
  const { anchors, covered } = layMerges(sheet.merges, rows + 1, columns);
  const byRow = new Map<number, SpannedCell[]>();
  for (const cell of sheet.cells) {
    if (cell.row > rows || cell.column >= columns || covered.has(slotKey(cell.row, cell.column))) continue;
    const merge = anchors.get(slotKey(cell.row, cell.column));
    const spanned = { ...cell, rowSpan: merge?.rowSpan ?? 1, colSpan: merge?.colSpan ?? 1 };
    const list = byRow.get(cell.row);
    if (list === undefined) byRow.set(cell.row, [spanned]);
    else list.push(spanned);
  }
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      cells.sort((a, b) => a.column - b.column);
      if (cells.some(({ column }, index) => column === cells[index + 1]?.column)) throw sameCellTwice();
      return { row, cells, filled: cells.filter((cell) => cell.text !== '') };
    });
}

/** A stretch of rows that form one table. */
class Region {
  readonly rows: SheetRow[] = [];
  /** First row below every merged cell of the region. */
  private mergedUntil = 0;

  get next(): number {
    return (this.rows.at(-1)?.row ?? -2) + 1;
  }

  private endsWithBlankRow(): boolean {
    return this.rows.at(-1)?.filled.length === 0;
  }

  accepts(row: SheetRow): boolean {
    const reaches = row.row === this.next;
    if (row.filled.length === 0) return reaches && row.cells.length > 1 && !this.endsWithBlankRow();
    if (row.filled.length > 1) return reaches;
    if (row.row < this.mergedUntil) return true;
    const [only] = row.filled;
    return reaches && only !== undefined && (isTableText(only.text) || isLabelOfBlanks(row, only));
  }

  add(row: SheetRow): void {
    this.rows.push(row);
    for (const cell of row.filled) this.mergedUntil = Math.max(this.mergedUntil, row.row + cell.rowSpan);
  }
}

/** A label whose figures are blank cells: beside it stand cells of their own. */
function isLabelOfBlanks(row: SheetRow, only: SpannedCell): boolean {
  return row.cells.length > 2 && only.text.length <= MAX_LABEL_CHARACTERS;
}

function startsTable(row: SheetRow): boolean {
  const [first] = row.filled;
  return row.filled.length > 1 || (first !== undefined && isTableText(first.text));
}

/** One lone row of a few words, such as organ and date side by side, is text and not a table. */
function isTextRow(region: Region): boolean {
  const filledRows = region.rows.filter(({ filled }) => filled.length > 0);
  const row = filledRows.at(-1);
  return (
    row !== undefined &&
    filledRows.length === 1 &&
    row.filled.length <= 3 &&
    !row.filled.some((cell) => isTableText(cell.text) || /^[\d.,]+$/.test(cell.text))
  );
}

function gridBlock(region: Region, sheet: string): Block {
  const { rows } = region;
  const top = rows[0]?.row ?? 0;
  const starts = [...new Set(rows.flatMap(({ filled }) => filled.map((cell) => cell.column)))].sort(
    (a, b) => a - b,
  );
  const bottom = (rows.at(-1)?.row ?? top) + 1;
  if ((bottom - top) * starts.length > LIMITS.gridSlots || starts.length > LIMITS.gridColumns) {
    throw new ReadFailure(
      'too-complex',
      `电子表格的表格超过 ${LIMITS.gridColumns} 列或过大，不像年度报告的表格，未读取。`,
    );
  }
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  const put = (cell: SpannedCell, column: number) => {
    const reach = starts.findIndex((start) => start >= cell.column + cell.colSpan);
    const colSpan = Math.max((reach === -1 ? starts.length : reach) - column, 1);
    const rowSpan = Math.min(cell.rowSpan, bottom - cell.row);
    for (let down = 0; down < rowSpan; down++) {
      for (let right = 0; right < colSpan; right++) taken.add(slotKey(cell.row + down, column + right));
    }
    const place = { sheet, row: cell.row + 1, column: cell.column + 1 };
    cells.push({ text: cell.text, row: cell.row - top, column, rowSpan, colSpan, place });
  };
  for (const { row, cells: there } of rows) {
    starts.forEach((column, index) => {
      if (taken.has(slotKey(row, index))) return;
      const cell = there.find((candidate) => candidate.column === column);
      put(cell ?? { row, column, text: '', rowSpan: 1, colSpan: 1 }, index);
    });
  }
  return {
    kind: 'table',
    grid: { rows: bottom - top, columns: starts.length, cells, ragged: false },
    place: { sheet, row: top + 1 },
  };
}

function textBlock(row: SheetRow, sheet: string): Block {
  const text = row.filled.map((cell) => cell.text).join(' ');
  return { kind: 'paragraph', text, place: { sheet, row: row.row + 1 } };
}

/**
 * Cuts a sheet into paragraphs and tables. A row that holds one text alone, and that no official table prints, is
 * a paragraph; rows that touch form a table. Blank cells inside a table are blanks of the report.
 */
export function sheetBlocks(sheet: Sheet): Block[] {
  const blocks: Block[] = [];
  let region: Region | undefined;
  const close = () => {
    if (region !== undefined) {
      if (isTextRow(region))
        blocks.push(
          ...region.rows.filter((row) => row.filled.length > 0).map((row) => textBlock(row, sheet.name)),
        );
      else blocks.push(gridBlock(region, sheet.name));
    }
    region = undefined;
  };
  for (const row of rowsOf(sheet)) {
    if (region?.accepts(row)) {
      region.add(row);
      continue;
    }
    close();
    if (row.filled.length === 0) continue;
    if (startsTable(row)) {
      region = new Region();
      region.add(row);
    } else {
      for (const line of row.filled[0]?.text.split('\n') ?? []) {
        if (line.trim() !== '')
          blocks.push({
            kind: 'paragraph',
            text: line.trim(),
            place: { sheet: sheet.name, row: row.row + 1 },
          });
      }
    }
  }
  close();
  return blocks;
}
