import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import type { Block } from '../../source-document.ts';
import type { ReadNotes } from '../read-notes.ts';
import { newStory, type Story } from '../story.ts';
import { tableBlocks } from '../word-table.ts';

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
    this.cell = undefined;
  }

  /** The table as blocks of the document. */
  finish(notes: ReadNotes): Block[] {
    const edges = this.edges();
    const edge = (line: number) => edges[line] ?? line;
    const rows = this.rows.map((row) =>
      row.cells.map(({ story, start, span, continues, joined }) => ({
        story,
        left: edge(start),
        right: edge(start + span),
        continues,
        joined,
      })),
    );
    return tableBlocks(rows, this.number, notes);
  }

  /** Position of each grid line in twips, or its number when the table does not give usable widths. */
  private edges(): readonly number[] {
    const last = this.rows.reduce((most, row) => Math.max(most, row.next), 0);
    const edges = [0];
    const known = this.widths.length >= last && this.widths.slice(0, last).every((width) => width > 0);
    for (let line = 0; line < last; line += 1)
      edges.push((edges[line] ?? 0) + (known ? (this.widths[line] ?? 1) : 1));
    return edges;
  }
}

function spanOf(value: string | undefined, least: number): number {
  const span = Number(value ?? least);
  return Number.isSafeInteger(span) && span > least ? Math.min(span, LIMITS.gridColumns + 1) : least;
}
