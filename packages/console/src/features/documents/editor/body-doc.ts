import {
  type BodyBlock,
  type DocumentBody,
  EMPTY_BODY,
  paragraphOf,
} from '@zhaoshi/domain/disclosure/document-body';
import { readBody } from '@zhaoshi/domain/disclosure/read-body';
import { Fragment, type Node } from 'prosemirror-model';
import { schema } from './schema.ts';

/** Blocks as the editor has them. */
export const fragmentOf = (blocks: readonly BodyBlock[]): Fragment =>
  Fragment.fromArray(blocks.map((block) => schema.nodeFromJSON(block)));

/** Whether somebody can go on writing behind the last block. */
export const endsWithText = (doc: Node): boolean => doc.lastChild?.isTextblock === true;

/** A kept text as the editor has it, with a paragraph at the end to write in, indented as official documents are. */
export function docOf(body: unknown): Node {
  const doc = schema.node('doc', null, fragmentOf([...readBody(body).body.content, paragraphOf('')]));
  const before = doc.childCount > 1 ? doc.child(doc.childCount - 2) : null;
  return before?.isTextblock === true ? doc.copy(doc.content.cut(0, doc.content.size - 2)) : doc;
}

const isEmptyParagraph = (block: BodyBlock): boolean =>
  block.type === 'paragraph' && block.content === undefined;

/** The text as it is kept: without what the editor needs for itself, such as room at the end. */
export function bodyOf(doc: Node): DocumentBody {
  const { content } = readBody(doc.toJSON()).body;
  const last = content.findLastIndex((block) => !isEmptyParagraph(block));
  return last === -1 ? EMPTY_BODY : { type: 'doc', content: content.slice(0, last + 1) };
}

/** Where the node at a path of indexes stands; `null` when there is none any more. */
export function nodeAt(
  doc: Node,
  path: readonly number[],
): { readonly node: Node; readonly pos: number } | null {
  let node = doc;
  // Of the content of `node`.
  let start = 0;
  let pos = 0;
  for (const index of path) {
    if (index >= node.childCount) return null;
    pos = start;
    for (let before = 0; before < index; before++) pos += node.child(before).nodeSize;
    node = node.child(index);
    start = pos + 1;
  }
  return { node, pos };
}

/** The text of a block as the scan counts it: a forced line end is one character. */
export const textOf = (block: Node): string => block.textBetween(0, block.content.size, null, '\n');
