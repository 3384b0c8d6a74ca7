import type { TextAlign } from '@zhaoshi/domain/disclosure/document-body';
import { type Attrs, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';

/**
 * The nodes and marks of `domain/disclosure/document-body`, and nothing else. How they are written to the page and read
 * back serves copying inside the editor only: what is pasted from elsewhere goes through `paste/`.
 */

const ALIGNMENTS: ReadonlySet<string> = new Set<TextAlign>(['left', 'center', 'right', 'justify']);

const alignOf = (element: HTMLElement): TextAlign => {
  const { align = '' } = element.dataset;
  return ALIGNMENTS.has(align) ? (align as TextAlign) : 'justify';
};

const numberOf = (text: string | undefined | null, otherwise: number): number => {
  const number = Number(text);
  return text !== undefined && text !== null && text !== '' && Number.isInteger(number) ? number : otherwise;
};

const whole = (value: unknown): number => (typeof value === 'number' ? value : 0);

const LEVELS = [1, 2, 3, 4] as const;

const paragraph: NodeSpec = {
  group: 'block',
  content: 'inline*',
  attrs: { align: { default: 'justify' }, indent: { default: 0 } },
  parseDOM: [
    {
      tag: 'p',
      getAttrs: (element) => ({ align: alignOf(element), indent: numberOf(element.dataset['indent'], 0) }),
    },
  ],
  toDOM: ({ attrs }) => ['p', { 'data-align': attrs['align'], 'data-indent': attrs['indent'] }, 0],
};

const heading: NodeSpec = {
  group: 'block',
  content: 'inline*',
  defining: true,
  attrs: { level: { default: 1 }, align: { default: 'justify' } },
  parseDOM: LEVELS.map((level) => ({
    tag: `h${level + 1}`,
    getAttrs: (element) => ({ level, align: alignOf(element) }),
  })),
  // The page has its own first heading; the editor's begin below it.
  toDOM: ({ attrs }) => [`h${whole(attrs['level']) + 1}`, { 'data-align': attrs['align'] }, 0],
};

const orderedList: NodeSpec = {
  group: 'block',
  content: 'list_item+',
  attrs: { order: { default: 1 } },
  parseDOM: [{ tag: 'ol', getAttrs: (element) => ({ order: numberOf(element.getAttribute('start'), 1) }) }],
  toDOM: ({ attrs }) => ['ol', { start: attrs['order'] }, 0],
};

const spansOf = (element: HTMLElement): Attrs => ({
  colspan: numberOf(element.getAttribute('colspan'), 1),
  rowspan: numberOf(element.getAttribute('rowspan'), 1),
});

const cell = (tag: 'td' | 'th', tableRole: 'cell' | 'header_cell'): NodeSpec => ({
  content: 'block+',
  // `colwidth` belongs to the table package; a document keeps no widths.
  attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
  tableRole,
  isolating: true,
  parseDOM: [{ tag, getAttrs: spansOf }],
  toDOM: ({ attrs }) => [tag, { colspan: attrs['colspan'], rowspan: attrs['rowspan'] }, 0],
});

const nodes = {
  doc: { content: 'block+' },
  paragraph,
  heading,
  bullet_list: {
    group: 'block',
    content: 'list_item+',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  ordered_list: orderedList,
  list_item: { content: 'block+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  table: {
    group: 'block',
    content: 'table_row+',
    tableRole: 'table',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  },
  table_row: {
    content: '(table_cell | table_header)*',
    tableRole: 'row',
    parseDOM: [{ tag: 'tr' }],
    toDOM: () => ['tr', 0],
  },
  table_cell: cell('td', 'cell'),
  table_header: cell('th', 'header_cell'),
  image: {
    group: 'block',
    draggable: true,
    attrs: { fileId: {}, alt: { default: '' } },
    parseDOM: [
      {
        tag: 'img[data-file-id]',
        getAttrs: (element) => ({
          fileId: element.dataset['fileId'],
          alt: element.getAttribute('alt') ?? '',
        }),
      },
    ],
    toDOM: ({ attrs }) => ['img', { 'data-file-id': attrs['fileId'], alt: attrs['alt'] }],
  },
  horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  text: { group: 'inline' },
  hard_break: {
    group: 'inline',
    inline: true,
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
} as const satisfies Readonly<Record<string, NodeSpec>>;

const marks = {
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  underline: { parseDOM: [{ tag: 'u' }], toDOM: () => ['u', 0] },
  strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }], toDOM: () => ['s', 0] },
  sub: { excludes: 'sub sup', parseDOM: [{ tag: 'sub' }], toDOM: () => ['sub', 0] },
  sup: { excludes: 'sub sup', parseDOM: [{ tag: 'sup' }], toDOM: () => ['sup', 0] },
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: (element) => ({ href: element.getAttribute('href') }) }],
    toDOM: ({ attrs }) => ['a', { href: attrs['href'], rel: 'noopener' }, 0],
  },
} as const satisfies Readonly<Record<string, MarkSpec>>;

export const schema = new Schema({ nodes, marks });

export type MarkName = keyof typeof marks;
