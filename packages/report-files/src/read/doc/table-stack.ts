import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import type { ReadNotes } from '../read-notes.ts';
import { newStory, type Story } from '../story.ts';
import { type StoryCell, tableBlocks } from '../word-table.ts';
import type { TableRow } from './table-row.ts';

interface OpenTable {
  readonly number: number;
  readonly rows: StoryCell[][];
  /** Cells finished since the last end of a row. */
  readonly cells: Story[];
  cell: Story;
}

/** Tables that are open where the text is read; tables inside tables lie on top. */
export class TableStack {
  private readonly open: OpenTable[] = [];
  private readonly body: Story;
  private readonly notes: ReadNotes;
  private tables = 0;

  constructor(body: Story, notes: ReadNotes) {
    this.body = body;
    this.notes = notes;
  }

  /** Opens and closes tables until as many are open as the next paragraph stands in. */
  enter(depth: number): void {
    if (depth > LIMITS.xmlDepth)
      throw new ReadFailure(
        'too-complex',
        '表格嵌套过深，超出安全限度，没有读取。请把正文复制到新文档后再试。',
      );
    this.closeTo(depth);
    while (this.open.length < depth) {
      this.tables += 1;
      this.open.push({ number: this.tables, rows: [], cells: [], cell: newStory() });
    }
  }

  closeTo(depth: number): void {
    while (this.open.length > depth) this.closeTop();
  }

  /** Adds a paragraph where we are, and ends its cell if it says so. */
  paragraph(text: string, end: 'cell' | undefined): void {
    const table = this.open.at(-1);
    (table?.cell ?? this.body).items.push({ text, page: undefined });
    if (table === undefined || end === undefined) return;
    table.cells.push(table.cell);
    table.cell = newStory();
    if (table.cells.length > LIMITS.gridColumns)
      throw new ReadFailure(
        'too-complex',
        '表格的列过多，超出安全限度，没有读取。请把表格恢复为规定格式后再试。',
      );
  }

  endRow(row: TableRow | undefined, deleted: boolean): void {
    const table = this.open.at(-1);
    if (table === undefined) return;
    const stories = table.cells.splice(0);
    if (!deleted) table.rows.push(laidOut(stories, row));
  }

  private closeTop(): void {
    const table = this.open.pop();
    if (table === undefined) return;
    const { rows, cells, cell } = table;
    // A file cut short, or a writer's slip, may leave the last row without its end.
    if (cell.items.length > 0) cells.push(cell);
    if (cells.length > 0) rows.push(laidOut(cells, undefined));
    const blocks = tableBlocks(rows, table.number, this.notes);
    if (blocks.length > 0) (this.open.at(-1)?.cell ?? this.body).items.push(blocks);
  }
}

/** Cells with the edges of their row; without them only the order of the cells is known. */
function laidOut(stories: readonly Story[], row: TableRow | undefined): StoryCell[] {
  const known = row !== undefined && row.edges.length === stories.length + 1;
  return stories.map((story, index) => {
    const merge = known ? row.cells[index] : undefined;
    const left = known ? (row.edges[index] ?? 0) : 0;
    const right = known ? (row.edges[index + 1] ?? 0) : 0;
    return { story, left, right, continues: merge?.continues ?? false, joined: merge?.joined ?? false };
  });
}
