import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import type { Block, TableBlock } from '../../source-document.ts';
import type { ReadNotes } from '../read-notes.ts';
import { type WordCell, wordGrid } from '../word-grid.ts';
import { nestedBlocks, newStory, type Story, storyBlocks, storyPage, storyText } from './story.ts';

interface PendingCell {
  readonly story: Story;
  readonly start: number;
  span: number;
  continues: boolean;
  /** Continues the cell to its left (the older way of merging in a row). */
  joined: boolean;
}

interface PendingRow {
  readonly cells: PendingCell[];
  next: number;
  deleted: boolean;
}

/** A table while it is read. */
export class TableReader {
  private readonly number: number;
  private readonly widths: number[] = [];
  private readonly rows: PendingRow[] = [];
  private row: PendingRow | undefined;
  private cell: PendingCell | undefined;
  private nested = false;

  /** @param number of the table in the file, from 1 */
  constructor(number: number) {
    this.number = number;
  }

  gridColumn(width: string | undefined): void {
    this.widths.push(Number(width ?? 0));
  }

  startRow(): void {
    this.row = { cells: [], next: 0, deleted: false };
  }

  skipColumns(count: string | undefined): void {
    if (this.row !== undefined) this.row.next += spanOf(count, 0);
  }

  deleteRow(): void {
    if (this.row !== undefined) this.row.deleted = true;
  }

  endRow(): void {
    if (this.row !== undefined && !this.row.deleted) this.rows.push(this.row);
    this.row = undefined;
  }

  /** @returns where the paragraphs of the cell go */
  startCell(): Story {
    const row = (this.row ??= { cells: [], next: 0, deleted: false });
    this.cell = { story: newStory(), start: row.next, span: 1, continues: false, joined: false };
    row.cells.push(this.cell);
    return this.cell.story;
  }

  span(value: string | undefined): void {
    if (this.cell !== undefined) this.cell.span = spanOf(value, 1);
  }

  mergeDown(value: string | undefined): void {
    if (this.cell !== undefined) this.cell.continues = value !== 'restart';
  }

  mergeAcross(value: string | undefined): void {
    if (this.cell !== undefined) this.cell.joined = value !== 'restart';
  }

  endCell(): void {
    if (this.row === undefined || this.cell === undefined) return;
    this.row.next += this.cell.span;
    if (this.row.next > LIMITS.gridColumns)
      throw new ReadFailure(
        'too-complex',
        '表格的列过多，超出安全限度，没有读取。请把表格恢复为规定格式后再试。',
      );
    this.nested ||= this.cell.story.items.some((item) => 'length' in item);
    this.cell = undefined;
  }

  /**
   * The table as blocks. A one-column table around other tables is only a frame: what it holds is handed on in
   * order. Otherwise tables inside cells follow the table as blocks of their own.
   */
  finish(notes: ReadNotes): Block[] {
    const stories = this.rows.flatMap((row) => row.cells.map((cell) => cell.story));
    if (stories.length === 0) return [];
    if (this.nested && this.rows.every((row) => row.cells.length <= 1)) {
      notes.add('normalised', 'docx.frame-table', '有表格只用作外框，已按其中的段落和表格读取。', {
        table: this.number,
      });
      return stories.flatMap(storyBlocks);
    }
    const inner = this.nested ? stories.flatMap(nestedBlocks) : [];
    if (inner.length > 0)
      notes.add('guessed', 'docx.nested-table', '单元格里还嵌有表格，已作为单独的表格读取，请核对。', {
        table: this.number,
      });
    return [this.block(notes), ...inner];
  }

  private block(notes: ReadNotes): TableBlock {
    const edges = this.edges();
    const grid = wordGrid(
      this.rows.map((row) => wordCells(row, edges)),
      this.number,
      notes,
    );
    const page = grid.cells[0]?.place.page;
    return { kind: 'table', grid, place: { table: this.number, ...(page === undefined ? {} : { page }) } };
  }

  /** Position of each grid line in twips, or its number when the table does not give usable widths. */
  private edges(): readonly number[] {
    const last = Math.max(...this.rows.map((row) => row.next), 0);
    const edges = [0];
    const known = this.widths.length >= last && this.widths.slice(0, last).every((width) => width > 0);
    for (let line = 0; line < last; line += 1)
      edges.push((edges[line] ?? 0) + (known ? (this.widths[line] ?? 1) : 1));
    return edges;
  }
}

function wordCells(row: PendingRow, edges: readonly number[]): WordCell[] {
  const cells: WordCell[] = [];
  for (const { story, start, span, continues, joined } of row.cells) {
    const right = edges[start + span] ?? start + span;
    const previous = joined ? cells.at(-1) : undefined;
    if (previous !== undefined) {
      previous.right = right;
      continue;
    }
    const page = storyPage(story);
    cells.push({
      text: storyText(story),
      left: edges[start] ?? start,
      right,
      continues,
      ...(page === undefined ? {} : { page }),
    });
  }
  return cells;
}

function spanOf(value: string | undefined, least: number): number {
  const span = Number(value ?? least);
  return Number.isSafeInteger(span) && span > least ? Math.min(span, LIMITS.gridColumns + 1) : least;
}
