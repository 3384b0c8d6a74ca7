import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import type { SourceDocument } from '../../source-document.ts';
import { createDeadline, type Deadline } from '../deadline.ts';
import { decodeText } from '../text-encoding.ts';
import { flatBlocks } from './flat-blocks.ts';
import { textLines } from './text-lines.ts';

/**
 * Reads text that was flattened from Word or PDF (UTF-8, UTF-16 or GB18030): paragraphs, and ragged tables whose
 * cells know their line. Text glued without any separators stays a paragraph; its figures are the assembler's work.
 *
 * @throws ReadFailure `empty-file`, `too-large`, `too-complex`
 */
export async function readTxt(
  bytes: Uint8Array,
  deadline: Deadline = createDeadline(),
): Promise<SourceDocument> {
  const { text, notes } = decodeText(bytes);
  if (text.trim() === '') throw new ReadFailure('empty-file', '文件是空的，没有任何文字。');
  if (text.length > LIMITS.textCharacters) {
    throw new ReadFailure(
      'too-large',
      `文本超过 ${LIMITS.textCharacters / 10_000} 万字，不像年度报告，未读取。请检查文件是否选对。`,
    );
  }
  const flat = flatBlocks(textLines(text), deadline);
  return { format: 'txt', blocks: flat.blocks, notes: [...notes, ...flat.notes], properties: {} };
}
