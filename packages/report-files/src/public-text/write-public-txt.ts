import { assertNever } from '@zhaoshi/domain/kernel/assert-never';
import { type BlockView, blockViews, plainOf } from '../body/block-views.ts';
import type { PublicText } from './public-text.ts';

/** Line ends that every editor of plain text knows, and the mark by which it knows the encoding. */
const LINE_END = '\r\n';
const BYTE_ORDER_MARK = '\ufeff';

function linesOf(block: BlockView): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading': {
      const indent = block.kind === 'paragraph' ? '　'.repeat(block.indent + 2 * block.depth) : '';
      return `${indent}${plainOf(block.runs)}`.split('\n');
    }
    case 'table':
      return Array.from({ length: block.rows }, (_, y) =>
        block.cells
          .filter((cell) => cell.y === y)
          .toSorted((a, b) => a.x - b.x)
          .map(({ blocks }) => blocks.flatMap(linesOf).join(' ').trim())
          .join('\t'),
      );
    case 'rule':
      return ['————————'];
    default:
      return assertNever(block);
  }
}

/** The text in UTF-8, a line for each paragraph; cells of a row are parted by tabs. */
export function writePublicTxt({ title, documentNumber, body, colophon }: PublicText): Uint8Array {
  const lines = [
    title,
    ...(documentNumber === '' ? [] : [documentNumber]),
    '',
    ...blockViews(body.content).flatMap(linesOf),
    '',
    ...colophon,
    '',
  ];
  return Buffer.from(BYTE_ORDER_MARK + lines.join(LINE_END));
}
