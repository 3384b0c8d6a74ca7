import {
  type BodyBlock,
  type BodyCell,
  type DocumentBody,
  paragraphOf,
} from '@zhaoshi/domain/disclosure/document-body';
import type { Block, Grid, GridCell, SourceDocument } from '../source-document.ts';

/** What is known of the blocks from elsewhere, by their indexes. */
export interface BlockHints {
  /** Red head, number and title: they stand in fields of their own. */
  readonly left: ReadonlySet<number>;
  /** Signature and date: on the right. */
  readonly right: ReadonlySet<number>;
}

const NO_HINTS: BlockHints = { left: new Set(), right: new Set() };

/** A heading is a line, not a paragraph that begins as one does: "一、提高认识。各单位应当……" is text. */
const LONGEST_HEADING = 45;
const ENDS_AS_TEXT = /。|[；：，,;:]$/;

/** Numbering of official documents (GB/T 9704-2012 7.3.3) and of rules by chapters. */
const HEADINGS = [
  {
    pattern: /^第[一二三四五六七八九十百零〇\d]{1,6}[编章](?:\s|　|$|\p{Script=Han})/u,
    level: 2,
    align: 'center',
  },
  {
    pattern: /^第[一二三四五六七八九十百零〇\d]{1,6}节(?:\s|　|$|\p{Script=Han})/u,
    level: 3,
    align: 'center',
  },
  { pattern: /^[一二三四五六七八九十百]{1,4}、/, level: 2, align: 'left' },
  { pattern: /^[（(][一二三四五六七八九十百]{1,4}[）)]/, level: 3, align: 'left' },
] as const;

/** "各乡镇人民政府，县政府各部门：", "附件 1": from the edge, without the two characters at the beginning. */
const FROM_THE_EDGE = /^(?!.*[。；]).{2,80}[：:]$|^附\s*件\s*[\d一二三四五六七八九十]*[：:]?$/;

function paragraphBlock(text: string): BodyBlock {
  const heading =
    text.length <= LONGEST_HEADING && !ENDS_AS_TEXT.test(text)
      ? HEADINGS.find(({ pattern }) => pattern.test(text))
      : undefined;
  if (heading !== undefined) {
    const { level, align } = heading;
    return { type: 'heading', attrs: { level, align }, content: [{ type: 'text', text }] };
  }
  return FROM_THE_EDGE.test(text) ? paragraphOf(text, 'left', 0) : paragraphOf(text);
}

const cellBlocks = (text: string): readonly BodyBlock[] =>
  text.split('\n').map((line) => paragraphOf(line.trim(), 'left', 0));

/** A row of headings: every cell of it says something short, and not a figure. */
const isHeading = (cells: readonly GridCell[]): boolean =>
  cells.every(({ text }) => text.trim() !== '' && text.length <= 30 && !/^[\d.,%\s-]+$/.test(text));

const EMPTY_SLOT: BodyCell = {
  type: 'table_cell',
  attrs: { colspan: 1, rowspan: 1 },
  content: cellBlocks(''),
};

/** Which slots of the grid a cell stands in; nothing for a grid that has no real columns. */
function takenSlots(grid: Grid): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const { row, column, rowSpan, colSpan } of grid.cells) {
    for (let r = row; r < row + rowSpan; r += 1) {
      for (let c = column; c < column + colSpan; c += 1) taken.add(r * grid.columns + c);
    }
  }
  return taken;
}

/**
 * A grid as a table whose rows all reach to the same edge: slots without a cell get an empty one. Rows in which no
 * cell begins disappear, and the cells that run through them get shorter.
 */
function tableBlock(grid: Grid): readonly BodyBlock[] {
  const byRow = Map.groupBy(grid.cells, ({ row }) => row);
  const taken = grid.ragged ? new Set<number>() : takenSlots(grid);
  const gaps = (row: number): readonly number[] =>
    grid.ragged
      ? []
      : Array.from({ length: grid.columns }, (_, column) => column).filter(
          (column) => !taken.has(row * grid.columns + column),
        );
  const kept = Array.from({ length: grid.rows }, (_, row) => row).filter(
    (row) => (byRow.get(row) ?? []).length > 0,
  );
  const keptSet = new Set(kept);
  const heightOf = ({ row, rowSpan }: GridCell): number =>
    Array.from({ length: rowSpan }, (_, index) => row + index).filter((one) => keptSet.has(one)).length;
  const rows = kept.map((row, index) => {
    const cells = byRow.get(row) ?? [];
    const type = index === 0 && kept.length > 1 && isHeading(cells) ? 'table_header' : 'table_cell';
    const placed = [
      ...cells.map((cell): { readonly column: number; readonly cell: BodyCell } => ({
        column: cell.column,
        cell: {
          type,
          attrs: { colspan: Math.max(1, cell.colSpan), rowspan: Math.max(1, heightOf(cell)) },
          content: cellBlocks(cell.text),
        },
      })),
      ...gaps(row).map((column) => ({ column, cell: EMPTY_SLOT })),
    ];
    const content = placed.toSorted((one, other) => one.column - other.column).map(({ cell }) => cell);
    return { type: 'table_row' as const, content };
  });
  return rows.length === 0 ? [] : [{ type: 'table', content: rows }];
}

function blocksOf(block: Block, index: number, { left, right }: BlockHints): readonly BodyBlock[] {
  if (left.has(index)) return [];
  if (block.kind === 'table') return tableBlock(block.grid);
  const text = block.text.trim();
  if (text === '') return [];
  return [right.has(index) ? paragraphOf(text, 'right', 0) : paragraphBlock(text)];
}

/**
 * What a file says as the text of a document: paragraphs with the first line indented, headings by the numbering of
 * official documents, tables with their merged cells. Automatic numbers are part of the text, as the page shows them.
 */
export const sourceToBody = (source: SourceDocument, hints: BlockHints = NO_HINTS): DocumentBody => ({
  type: 'doc',
  content: source.blocks.flatMap((block, index) => blocksOf(block, index, hints)),
});
