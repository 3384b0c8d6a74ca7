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

/** A kept text as the editor has it; an empty one has a paragraph to write in, indented as official documents are. */
export function docOf(body: unknown): Node {
  const { content } = readBody(body).body;
  return schema.node('doc', null, fragmentOf(content.length > 0 ? content : [paragraphOf('')]));
}

/** The text as it is kept: what the editor needs for itself is left out. */
export function bodyOf(doc: Node): DocumentBody {
  const { body } = readBody(doc.toJSON());
  const [only, ...more] = body.content;
  const isEmpty = only?.type === 'paragraph' && only.content === undefined && more.length === 0;
  return isEmpty ? EMPTY_BODY : body;
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
