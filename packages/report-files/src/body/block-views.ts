import type { BodyBlock, BodyCell, BodyInline, BodyRow } from '@zhaoshi/domain/disclosure/document-body';
import { assertNever } from '@zhaoshi/domain/kernel/assert-never';
import { printable } from '../write/printable.ts';

export interface TextRunView {
  readonly text: string;
  readonly marks: readonly ('strong' | 'em' | 'underline' | 'strike' | 'sub' | 'sup')[];
}

/** A cell with its place in the grid, so that no writer has to find it again. */
export interface CellView {
  readonly x: number;
  readonly y: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly isHeader: boolean;
  readonly blocks: readonly BlockView[];
}

/** A block as every writer prints it: how it looks is theirs, what stands where is here. */
export type BlockView =
  | {
      readonly kind: 'paragraph';
      readonly align: 'left' | 'center' | 'right' | 'justify';
      /** Characters by which the first line begins later. */
      readonly indent: number;
      /** Depth of the list that it stands in. */
      readonly depth: number;
      readonly runs: readonly TextRunView[];
    }
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly align: 'left' | 'center' | 'right' | 'justify';
      readonly runs: readonly TextRunView[];
    }
  | {
      readonly kind: 'table';
      readonly columns: number;
      readonly rows: number;
      readonly cells: readonly CellView[];
    }
  | { readonly kind: 'rule' };

function runsOf(content: readonly BodyInline[] = []): readonly TextRunView[] {
  return content.map((node) => {
    if (node.type === 'hard_break') return { text: '\n', marks: [] };
    const marks = (node.marks ?? []).flatMap((mark) => (mark.type === 'link' ? [] : [mark.type]));
    return { text: printable(node.text), marks };
  });
}

const plain = (text: string): readonly TextRunView[] => [{ text: printable(text), marks: [] }];

/** Puts the sign of a list item before its first paragraph. */
function signed(blocks: readonly BlockView[], sign: string, depth: number): readonly BlockView[] {
  const [first, ...others] = blocks;
  if (first?.kind !== 'paragraph')
    return [{ kind: 'paragraph', align: 'left', indent: 0, depth, runs: plain(sign) }, ...blocks];
  return [{ ...first, indent: 0, depth, runs: [...plain(sign), ...first.runs] }, ...others];
}

/** Places cells as HTML does: each in the first free column of its row, joined ones cut where others stand. */
function gridOf(rows: readonly BodyRow[]): {
  readonly columns: number;
  readonly cells: readonly CellView[];
} {
  const taken = new Set<string>();
  const cells: CellView[] = [];
  let columns = 1;
  const isFree = (x: number, y: number): boolean => !taken.has(`${x} ${y}`);

  function place(cell: BodyCell, y: number): void {
    let x = 0;
    while (!isFree(x, y)) x += 1;
    let colspan = 1;
    while (colspan < cell.attrs.colspan && isFree(x + colspan, y)) colspan += 1;
    const rowspan = Math.max(1, Math.min(cell.attrs.rowspan, rows.length - y));
    for (let row = y; row < y + rowspan; row++) {
      for (let column = x; column < x + colspan; column++) taken.add(`${column} ${row}`);
    }
    columns = Math.max(columns, x + colspan);
    const isHeader = cell.type === 'table_header';
    cells.push({ x, y, colspan, rowspan, isHeader, blocks: blockViews(cell.content, 0) });
  }

  for (const [y, row] of rows.entries()) for (const cell of row.content) place(cell, y);
  return { columns, cells };
}

function blockView(block: BodyBlock, depth: number): readonly BlockView[] {
  switch (block.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', ...block.attrs, depth, runs: runsOf(block.content) }];
    case 'heading':
      return [{ kind: 'heading', ...block.attrs, runs: runsOf(block.content) }];
    case 'bullet_list':
      return block.content.flatMap(({ content }) => signed(blockViews(content, depth + 1), '• ', depth + 1));
    case 'ordered_list':
      return block.content.flatMap(({ content }, index) =>
        signed(blockViews(content, depth + 1), `${block.attrs.order + index}. `, depth + 1),
      );
    case 'table':
      return block.content.length === 0
        ? []
        : [{ kind: 'table', rows: block.content.length, ...gridOf(block.content) }];
    case 'image': {
      const words = block.attrs.alt === '' ? '（图片见网页）' : `（图片见网页：${block.attrs.alt}）`;
      return [{ kind: 'paragraph', align: 'center', indent: 0, depth, runs: plain(words) }];
    }
    case 'horizontal_rule':
      return [{ kind: 'rule' }];
    default:
      return assertNever(block);
  }
}

/** The blocks of a text in their order, lists as paragraphs with their signs. */
export const blockViews = (blocks: readonly BodyBlock[], depth = 0): readonly BlockView[] =>
  blocks.flatMap((block) => blockView(block, depth));

export const plainOf = (runs: readonly TextRunView[]): string => runs.map(({ text }) => text).join('');
