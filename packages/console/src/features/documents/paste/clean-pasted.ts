import { type BodyBlock, paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import { readBody } from '@zhaoshi/domain/disclosure/read-body';
import type { PasteNoteKind, PasteNotes } from './paste-notes.ts';
import type { PastedPage } from './pasted-node.ts';
import { readBlocks } from './read-blocks.ts';
import { styleRules } from './style-rules.ts';

export interface CleanPasted {
  readonly blocks: readonly BodyBlock[];
  /** What was left out, and how often. */
  readonly notes: PasteNotes;
}

const hasWords = (block: BodyBlock | undefined): boolean =>
  block !== undefined &&
  ((block.type !== 'paragraph' && block.type !== 'heading') || (block.content ?? []).length > 0);

/** Without empty lines at the ends, where the selection began and stopped. */
function trimmed(blocks: readonly BodyBlock[]): readonly BodyBlock[] {
  const first = blocks.findIndex(hasWords);
  return first === -1 ? [] : blocks.slice(first, blocks.findLastIndex(hasWords) + 1);
}

/**
 * A text pasted from Word, WPS, Excel or a web page as a document has it: structure, alignment, numbers and joined cells
 * are kept, looks (and empty paragraphs, which are distances on paper) are not; pictures, seals, comments and what is hidden are left out and counted.
 */
export function cleanPasted({ styles, nodes }: PastedPage): CleanPasted {
  const notes = new Map<PasteNoteKind, number>();
  const read = readBlocks(
    nodes,
    { rules: styleRules(styles), note: (kind) => notes.set(kind, (notes.get(kind) ?? 0) + 1) },
    null,
  );
  const { body } = readBody({ type: 'doc', content: read.filter(hasWords) });
  return { blocks: body.content, notes };
}

/** Plain text: a paragraph a line; blanks at its beginning are the indent of the first line. */
export function blocksOfText(text: string): readonly BodyBlock[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => {
    const words = line.replace(/^[\s\u3000]+/, '').trimEnd();
    const isIndented = /^(?:\u3000{2}| {4}|\t)/.test(line);
    return paragraphOf(words, 'justify', isIndented ? 2 : 0);
  });
  const { body } = readBody({ type: 'doc', content: trimmed(lines) });
  return body.content;
}
