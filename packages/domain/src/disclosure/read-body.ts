import { withoutUnseen } from '../kernel/unseen.ts';
import {
  type BodyBlock,
  type BodyCell,
  type BodyInline,
  type BodyListItem,
  type BodyMark,
  type BodyRow,
  type DocumentBody,
  PLAIN_MARKS,
  paragraphOf,
  type TextAlign,
} from './document-body.ts';

/** Bounds of a document; what is beyond them is not taken, because a page must be made of it in one go. */
const DEEPEST = 24;
const MOST_NODES = 60_000;
const MOST_CHARACTERS = 2_000_000;
const MOST_CELLS_JOINED = 200;

export interface ReadBody {
  readonly body: DocumentBody;
  /** Names of what was left out because a document has no such thing, each once. */
  readonly dropped: readonly string[];
  /** It is longer or deeper than a document may be; the body ends where it was cut. */
  readonly isCut: boolean;
}

type Raw = Readonly<Record<string, unknown>>;

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const wholeBetween = (value: unknown, least: number, most: number, otherwise: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : otherwise;

const ALIGNMENTS: ReadonlySet<unknown> = new Set(['left', 'center', 'right', 'justify']);
const alignOf = (value: unknown): TextAlign => (ALIGNMENTS.has(value) ? (value as TextAlign) : 'justify');

const PLAIN: ReadonlySet<unknown> = new Set(PLAIN_MARKS);
const FILE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Addresses that a public page may lead to: web pages and mail. Anything else could run or reach inside. */
export const isPublicHref = (href: string): boolean =>
  /^\/(?![/\\])[^\s\\]*$/.test(href) ||
  /^https?:\/\/[^\s/@\\?#]+(?:[/?#][^\s\\]*)?$/i.test(href) ||
  /^mailto:[^\s\\@]+@[^\s\\@]+$/i.test(href);

class Reader {
  private nodes = 0;
  private characters = 0;
  readonly dropped = new Set<string>();
  isCut = false;

  /** Whether there is room for one more node. */
  private take(depth: number): boolean {
    this.nodes += 1;
    if (depth <= DEEPEST && this.nodes <= MOST_NODES && this.characters <= MOST_CHARACTERS) return true;
    this.isCut = true;
    return false;
  }

  private drop(what: unknown): readonly [] {
    this.dropped.add(typeof what === 'string' ? what.slice(0, 40) : 'unknown');
    return [];
  }

  blocks(value: unknown, depth: number): readonly BodyBlock[] {
    return listOf(value).flatMap((node) => (isRaw(node) && this.take(depth) ? this.block(node, depth) : []));
  }

  private block(node: Raw, depth: number): readonly BodyBlock[] {
    const attrs = isRaw(node['attrs']) ? node['attrs'] : {};
    switch (node['type']) {
      case 'paragraph': {
        const shape = { align: alignOf(attrs['align']), indent: wholeBetween(attrs['indent'], 0, 8, 0) };
        return [{ type: 'paragraph', attrs: shape, ...this.inlines(node['content']) }];
      }
      case 'heading': {
        const shape = { level: wholeBetween(attrs['level'], 1, 4, 2), align: alignOf(attrs['align']) };
        return [{ type: 'heading', attrs: shape, ...this.inlines(node['content']) }];
      }
      case 'bullet_list':
        return this.list(node, depth, (content) => ({ type: 'bullet_list', content }));
      case 'ordered_list': {
        const order = wholeBetween(attrs['order'], 0, 9999, 1);
        return this.list(node, depth, (content) => ({ type: 'ordered_list', attrs: { order }, content }));
      }
      case 'table':
        return this.table(node, depth);
      case 'image':
        return this.image(attrs);
      case 'horizontal_rule':
        return [{ type: 'horizontal_rule' }];
      default:
        return this.drop(node['type']);
    }
  }

  private list(
    node: Raw,
    depth: number,
    make: (items: readonly BodyListItem[]) => BodyBlock,
  ): readonly BodyBlock[] {
    const items = listOf(node['content']).flatMap((item): readonly BodyListItem[] => {
      if (!isRaw(item) || item['type'] !== 'list_item' || !this.take(depth)) return [];
      const content = this.blocks(item['content'], depth + 1);
      return [{ type: 'list_item', content: content.length > 0 ? content : [paragraphOf('', 'justify', 0)] }];
    });
    return items.length > 0 ? [make(items)] : [];
  }

  private table(node: Raw, depth: number): readonly BodyBlock[] {
    const rows = listOf(node['content']).flatMap((row): readonly BodyRow[] => {
      if (!isRaw(row) || row['type'] !== 'table_row' || !this.take(depth)) return [];
      const cells = listOf(row['content']).flatMap((cell) => this.cell(cell, depth));
      return cells.length > 0 ? [{ type: 'table_row', content: cells }] : [];
    });
    return rows.length > 0 ? [{ type: 'table', content: rows }] : [];
  }

  private cell(cell: unknown, depth: number): readonly BodyCell[] {
    if (!isRaw(cell) || !this.take(depth)) return [];
    const { type } = cell;
    if (type !== 'table_cell' && type !== 'table_header') return this.drop(type);
    const attrs = isRaw(cell['attrs']) ? cell['attrs'] : {};
    const content = this.blocks(cell['content'], depth + 1);
    return [
      {
        type,
        attrs: {
          colspan: wholeBetween(attrs['colspan'], 1, MOST_CELLS_JOINED, 1),
          rowspan: wholeBetween(attrs['rowspan'], 1, MOST_CELLS_JOINED, 1),
        },
        content: content.length > 0 ? content : [paragraphOf('', 'justify', 0)],
      },
    ];
  }

  private image(attrs: Raw): readonly BodyBlock[] {
    const { fileId, alt } = attrs;
    if (typeof fileId !== 'string' || !FILE_ID.test(fileId)) return this.drop('image');
    return [
      { type: 'image', attrs: { fileId, alt: typeof alt === 'string' ? this.text(alt).slice(0, 500) : '' } },
    ];
  }

  private text(value: string): string {
    const text = withoutUnseen(value);
    this.characters += text.length;
    return text;
  }

  private inlines(value: unknown): { readonly content?: readonly BodyInline[] } {
    const content = listOf(value).flatMap((node): readonly BodyInline[] => {
      if (!isRaw(node) || !this.take(0)) return [];
      if (node['type'] === 'hard_break') return [{ type: 'hard_break' }];
      if (node['type'] !== 'text' || typeof node['text'] !== 'string') return this.drop(node['type']);
      const text = this.text(node['text']);
      if (text === '') return [];
      const marks = listOf(node['marks']).flatMap((mark) => this.mark(mark));
      return [{ type: 'text', text, ...(marks.length > 0 && { marks }) }];
    });
    return content.length > 0 ? { content } : {};
  }

  private mark(mark: unknown): readonly BodyMark[] {
    if (!isRaw(mark)) return [];
    const { type, attrs } = mark;
    if (PLAIN.has(type)) return [{ type: type as (typeof PLAIN_MARKS)[number] }];
    if (type !== 'link') return this.drop(type);
    const href = isRaw(attrs) ? attrs['href'] : undefined;
    return typeof href === 'string' && href.length <= 2000 && isPublicHref(href)
      ? [{ type: 'link', attrs: { href } }]
      : this.drop('link');
  }
}

/** Reads a body from what an editor or a caller sent: what a document has is kept, everything else is left out and named. */
export function readBody(value: unknown): ReadBody {
  const reader = new Reader();
  const content = isRaw(value) && value['type'] === 'doc' ? reader.blocks(value['content'], 0) : [];
  return { body: { type: 'doc', content }, dropped: [...reader.dropped], isCut: reader.isCut };
}
