import { LIMITS } from '../limits.ts';
import { ReadFailure } from '../read-error.ts';
import type { SourceDocument } from '../source-document.ts';

/**
 * Refuses a document that is far too long to be a report, before anything is looked for in it.
 *
 * @throws ReadFailure `too-large`
 */
export function checkSourceSize(source: SourceDocument): void {
  let characters = 0;
  let cells = 0;
  for (const block of source.blocks) {
    if (block.kind === 'paragraph') characters += block.text.length;
    else {
      cells += block.grid.cells.length;
      for (const cell of block.grid.cells) characters += cell.text.length;
    }
  }
  const { reportCharacters, reportBlocks, reportCells } = LIMITS;
  if (characters > reportCharacters || cells > reportCells || source.blocks.length > reportBlocks) {
    throw new ReadFailure(
      'too-large',
      `文件内容过多（超过 ${reportCharacters / 10_000} 万字、${reportBlocks / 10_000} 万段或 ${reportCells / 10_000} 万格），不像一份年度报告，未读取。请只保留报告内容后重试。`,
    );
  }
}
