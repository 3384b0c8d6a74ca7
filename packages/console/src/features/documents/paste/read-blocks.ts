import type { BodyBlock, BodyListItem, TextAlign } from '@zhaoshi/domain/disclosure/document-body';
import { isLeftOut, type PasteContext, type ReadBlocks } from './paste-context.ts';
import { isElement, type PastedElement, type PastedNode } from './pasted-node.ts';
import { isRealItem, type ListItem, listedParagraph, listsOf } from './read-list.ts';
import { alignOf, readParagraph } from './read-paragraph.ts';
import { readTable } from './read-table.ts';
import { declared } from './style-rules.ts';

/** A block, or a paragraph that may be an item of a list with its neighbours. */
type Read = { readonly block: BodyBlock } | ListItem;

const BLOCKS: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 pre dt dd table ul ol li hr div blockquote'.split(' '),
);

const holdsBlocks = (node: PastedNode): boolean =>
  isElement(node) && (BLOCKS.has(node.name) || node.children.some(holdsBlocks));

const hasWords = ({ block }: Read): boolean =>
  (block.type !== 'paragraph' && block.type !== 'heading') || (block.content ?? []).length > 0;

/** Text outside of any paragraph. */
function looseParagraph(
  nodes: readonly PastedNode[],
  context: PasteContext,
  around: TextAlign | null,
): readonly Read[] {
  const element: PastedElement = { name: 'p', attributes: {}, children: nodes };
  return [{ block: readParagraph(element, context, around) }].filter(hasWords);
}

/** Between the number and the words, where the number does not end in a sign that parts them. */
const parted = (marker: string): string => (/[、.．)）：:]$/u.test(marker) ? marker : `${marker}\u3000`);

function paragraph(element: PastedElement, context: PasteContext, around: TextAlign | null): Read {
  const listed = listedParagraph(element, context);
  if (listed === null) return { block: readParagraph(element, context, around) };
  if (isRealItem(listed)) {
    const block = readParagraph(element, context, around);
    const plain: BodyBlock =
      block.type === 'paragraph' ? { ...block, attrs: { ...block.attrs, indent: 0 } } : block;
    // A heading that is numbered is a heading with its number, not an item.
    if (block.type === 'paragraph') return { listed, block: plain };
  }
  if (listed.marker === '') context.note('numbering');
  const marker = listed.isBullet || listed.marker === '' ? '' : parted(listed.marker);
  return { block: readParagraph(element, context, around, marker) };
}

function list(element: PastedElement, context: PasteContext): readonly Read[] {
  const items = element.children.filter(isElement).flatMap((child): readonly BodyListItem[] => {
    // A list right in a list, as some editors write it, belongs to the item before it.
    const content = readBlocks(child.name === 'li' ? child.children : [child], context, null).map(
      (block): BodyBlock =>
        block.type === 'paragraph' ? { ...block, attrs: { ...block.attrs, indent: 0 } } : block,
    );
    return content.length > 0 ? [{ type: 'list_item', content }] : [];
  });
  if (items.length === 0) return [];
  if (element.name === 'ul') return [{ block: { type: 'bullet_list', content: items } }];
  const start = Number(element.attributes['start'] ?? '1');
  const order = Number.isInteger(start) && start >= 0 && start <= 9999 ? start : 1;
  return [{ block: { type: 'ordered_list', attrs: { order }, content: items } }];
}

function element(node: PastedElement, context: PasteContext, around: TextAlign | null): readonly Read[] {
  if (node.name === 'table') return readTable(node, context, readBlocks).map((block) => ({ block }));
  if (node.name === 'ul' || node.name === 'ol') return list(node, context);
  if (node.name === 'hr') return [{ block: { type: 'horizontal_rule' } }];
  const align = alignOf(node, declared(node, context.rules)) ?? (node.name === 'center' ? 'center' : around);
  if (node.children.some(holdsBlocks)) return reads(node.children, context, align);
  return [paragraph(node, context, align)];
}

function reads(
  nodes: readonly PastedNode[],
  context: PasteContext,
  around: TextAlign | null,
): readonly Read[] {
  const done: Read[] = [];
  let loose: PastedNode[] = [];
  const flush = (): void => {
    if (loose.length > 0) done.push(...looseParagraph(loose, context, around));
    loose = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !holdsBlocks(node)) {
      loose.push(node);
      continue;
    }
    flush();
    if (!isLeftOut(node, context)) done.push(...element(node, context, around));
  }
  flush();
  return done;
}

/** Blocks out of pasted nodes, items of lists put together. */
export const readBlocks: ReadBlocks = (nodes, context, around) => {
  const blocks: BodyBlock[] = [];
  let items: ListItem[] = [];
  const flush = (): void => {
    blocks.push(...listsOf(items));
    items = [];
  };
  for (const read of reads(nodes, context, around)) {
    if ('listed' in read) {
      items.push(read);
      continue;
    }
    flush();
    blocks.push(read.block);
  }
  flush();
  return blocks;
};
