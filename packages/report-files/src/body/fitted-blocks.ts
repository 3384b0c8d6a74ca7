import type { BlockView, CellView } from './block-views.ts';
import { fitTable, RIMS, type TableFit, type TableRoom, type TableView, unbrokenWidth } from './table-fit.ts';

/** A place where a line may end that does not show. */
const ZERO_WIDTH_SPACE = '\u200b';

/** Lets signs end a line that are longer than their column: the typesetter would print them over the next one. */
function breakable(text: string, width: number): string {
  return text.replace(/[!-~]+/g, (signs) => {
    if (unbrokenWidth(signs) <= width) return signs;
    return signs.split('').join(ZERO_WIDTH_SPACE);
  });
}

function breakableBlock(block: BlockView, width: number): BlockView {
  if (block.kind === 'rule') return block;
  if (block.kind === 'table')
    return { ...block, cells: block.cells.map((cell) => breakableCell(cell, width)) };
  return { ...block, runs: block.runs.map((run) => ({ ...run, text: breakable(run.text, width) })) };
}

const breakableCell = (cell: CellView, width: number): CellView => ({
  ...cell,
  blocks: cell.blocks.map((block) => breakableBlock(block, width)),
});

function fittedTable(table: TableView, room: TableRoom): TableView & TableFit {
  const fit = fitTable(table, room);
  const cells = table.cells.map((cell) => {
    const width = fit.shares.slice(cell.x, cell.x + cell.colspan).reduce((all, one) => all + one, 0);
    return breakableCell(cell, width - RIMS);
  });
  return { ...table, ...fit, cells };
}

/** Blocks with the fit of their tables, as body.typ sets them. */
export const fittedBlocks = (
  blocks: readonly BlockView[],
  room: TableRoom,
): readonly (BlockView | (TableView & TableFit))[] =>
  blocks.map((block) => (block.kind === 'table' ? fittedTable(block, room) : block));
