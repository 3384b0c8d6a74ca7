import type { Block } from '../source-document.ts';

/** What programs leave behind when they flatten a Word file; nobody wrote it and no reader of the page sees it. */
const MACHINE_LEFTOVER = /\[bookmark:\s*[^\]\n]{0,80}\]/gi;

/** Takes machine leftovers out of paragraphs and cells and returns what was taken. */
export function removeLeftovers(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly leftovers: readonly string[];
} {
  const leftovers: string[] = [];
  const clean = (text: string): string =>
    text.includes('[')
      ? text.replace(MACHINE_LEFTOVER, (found) => {
          leftovers.push(found);
          return '';
        })
      : text;
  const cleaned = blocks.map((block): Block => {
    if (block.kind === 'paragraph') return { ...block, text: clean(block.text) };
    const cells = block.grid.cells.map((cell) => ({ ...cell, text: clean(cell.text) }));
    return { ...block, grid: { ...block.grid, cells } };
  });
  return { blocks: cleaned, leftovers };
}
