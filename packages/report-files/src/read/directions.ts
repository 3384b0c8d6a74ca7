import type { Block, SourceDocument } from '../source-document.ts';

/** Characters that nobody sees and that print what stands behind them in another order, figures too. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;

const straight = (text: string): string => text.replace(DIRECTIONS, '');

function straightBlock(block: Block): Block {
  if (block.kind === 'paragraph') return { ...block, text: straight(block.text) };
  const cells = block.grid.cells.map((cell) => ({ ...cell, text: straight(cell.text) }));
  return { ...block, grid: { ...block.grid, cells } };
}

const turns = (block: Block): boolean =>
  block.kind === 'paragraph'
    ? block.text.search(DIRECTIONS) >= 0
    : block.grid.cells.some(({ text }) => text.search(DIRECTIONS) >= 0);

/** The document in the order in which it is stored, with a note where it was printed in another: people saw other figures. */
export function withoutDirections(source: SourceDocument): SourceDocument {
  if (!source.blocks.some(turns)) return source;
  const message = '文件里有改变文字显示先后的控制符，已经去掉；请对照原件核对数字和文字的先后。';
  return {
    ...source,
    blocks: source.blocks.map(straightBlock),
    notes: [...source.notes, { kind: 'guessed', code: 'text.directions', message }],
  };
}
