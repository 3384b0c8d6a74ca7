import {
  type BodyBlock,
  type BodyCell,
  type BodyRow,
  paragraphOf,
} from '@zhaoshi/domain/disclosure/document-body';
import type { PasteContext, ReadBlocks } from './paste-context.ts';
import { isElement, type PastedElement, textBelow } from './pasted-node.ts';
import { alignOf } from './read-paragraph.ts';
import { declared } from './style-rules.ts';

const MOST_JOINED = 200;

function span(cell: PastedElement, name: 'colspan' | 'rowspan'): number {
  const count = Number(cell.attributes[name] ?? '1');
  return Number.isInteger(count) && count >= 1 && count <= MOST_JOINED ? count : 1;
}

interface Row {
  readonly element: PastedElement;
  readonly isHead: boolean;
}

function rowsOf(table: PastedElement, isHead = false): readonly Row[] {
  return table.children.filter(isElement).flatMap((child): readonly Row[] => {
    if (child.name === 'tr') return [{ element: child, isHead }];
    return ['thead', 'tbody', 'tfoot'].includes(child.name) ? rowsOf(child, child.name === 'thead') : [];
  });
}

/** A row of no height, by which Word holds the widths of columns, or one that is hidden. */
function isShown({ element }: Row, { rules, note }: PasteContext): boolean {
  const style = declared(element, rules);
  if (element.attributes['height'] === '0' && textBelow(element).trim() === '') return false;
  if (style.get('display') !== 'none') return true;
  note('hidden');
  return false;
}

function cellOf(element: PastedElement, isHead: boolean, context: PasteContext, read: ReadBlocks): BodyCell {
  const align = alignOf(element, declared(element, context.rules));
  const content = read(element.children, context, align).map(
    (block): BodyBlock =>
      block.type === 'paragraph' && block.attrs.indent > 0
        ? { ...block, attrs: { ...block.attrs, indent: 0 } }
        : block,
  );
  return {
    type: isHead || element.name === 'th' ? 'table_header' : 'table_cell',
    attrs: { colspan: span(element, 'colspan'), rowspan: span(element, 'rowspan') },
    content: content.length > 0 ? content : [paragraphOf('', 'left', 0)],
  };
}

/** A table with its joined cells; its caption stands before it. */
export function readTable(
  table: PastedElement,
  context: PasteContext,
  read: ReadBlocks,
): readonly BodyBlock[] {
  const captions = table.children.filter(isElement).filter(({ name }) => name === 'caption');
  const rows = rowsOf(table)
    .filter((row) => isShown(row, context))
    .flatMap(({ element, isHead }): readonly BodyRow[] => {
      const cells = element.children
        .filter(isElement)
        .filter(({ name }) => name === 'td' || name === 'th')
        .map((cell) => cellOf(cell, isHead, context, read));
      return cells.length > 0 ? [{ type: 'table_row', content: cells }] : [];
    });
  return [
    ...captions.flatMap(({ children }) => read(children, context, 'center')),
    ...(rows.length > 0 ? [{ type: 'table', content: rows } as const] : []),
  ];
}
