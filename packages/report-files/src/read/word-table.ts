import type { Block } from '../source-document.ts';
import type { ReadNotes } from './read-notes.ts';
import { hasTable, nestedBlocks, type Story, storyBlocks, storyPage, storyText } from './story.ts';
import { type WordCell, wordGrid } from './word-grid.ts';

/** A cell of a Word table with all that stands in it. */
export interface StoryCell {
  readonly story: Story;
  /** Edges as in `WordCell`. */
  readonly left: number;
  readonly right: number;
  /** Continues the cell above it. */
  readonly continues: boolean;
  /** Continues the cell to its left: the older way of merging in a row, which keeps both cells. */
  readonly joined: boolean;
}

/**
 * A finished table as blocks. A table around other tables is only a frame when it has one column or when they hold
 * far more cells than it has: what it holds is handed on in order. Otherwise tables inside cells follow the table
 * as blocks of their own.
 *
 * @param table number of the table in the file, from 1
 */
export function tableBlocks(
  rows: readonly (readonly StoryCell[])[],
  table: number,
  notes: ReadNotes,
): Block[] {
  const stories = rows.flatMap((row) => row.map((cell) => cell.story));
  if (stories.length === 0) return [];
  const nested = stories.some(hasTable);
  if (nested && rows.every((row) => row.length <= 1)) {
    notes.add('normalised', 'word.frame-table', '有表格只用作外框，已按其中的段落和表格读取。', { table });
    return stories.flatMap(storyBlocks);
  }
  const inner = stories.flatMap(nestedBlocks);
  if (cellCount(inner) > stories.length * FRAME_SHARE) {
    notes.add('guessed', 'word.layout-table', '有表格用来排版，其中还有表格，已逐格按顺序读取，请核对。', {
      table,
    });
    return stories.flatMap(storyBlocks);
  }
  if (nested)
    notes.add('guessed', 'word.nested-table', '单元格里还嵌有表格，已作为单独的表格读取，请核对。', {
      table,
    });
  const grid = wordGrid(
    rows.map((row) => wordCells(row, table, notes)),
    table,
    notes,
  );
  const page = grid.cells[0]?.place.page;
  const block: Block = { kind: 'table', grid, place: { table, ...(page === undefined ? {} : { page }) } };
  return nested ? [block, ...inner] : [block];
}

/** Tables with so many times the cells of the table around them are not notes in its margin. */
const FRAME_SHARE = 3;

function cellCount(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.grid.cells.length : 0), 0);
}

function wordCells(row: readonly StoryCell[], table: number, notes: ReadNotes): WordCell[] {
  const cells: WordCell[] = [];
  for (const { story, left, right, continues, joined } of row) {
    const text = storyText(story);
    const previous = joined ? cells.at(-1) : undefined;
    if (previous !== undefined) {
      previous.right = right;
      if (text !== '')
        notes.add(
          'notUnderstood',
          'word.hidden-cell-text',
          '合并单元格被遮住的部分还有文字，页面上看不到，没有读入。',
          { table },
        );
      continue;
    }
    const page = storyPage(story);
    cells.push({ text, left, right, continues, ...(page === undefined ? {} : { page }) });
  }
  return cells;
}
