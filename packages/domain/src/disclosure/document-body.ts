import { assertNever } from '../kernel/assert-never.ts';

/**
 * The text of a document as it is kept: the nodes and marks below and nothing else, in the JSON of the editor
 * (ProseMirror). HTML is only ever made from it, so what is not named here cannot reach a page.
 */

export type TextAlign = 'left' | 'center' | 'right' | 'justify';

/** Marks without anything of their own. */
export const PLAIN_MARKS = ['strong', 'em', 'underline', 'strike', 'sub', 'sup'] as const;

export type PlainMark = (typeof PLAIN_MARKS)[number];

export type BodyMark =
  | { readonly type: PlainMark }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };

export type BodyInline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly BodyMark[] }
  | { readonly type: 'hard_break' };

export interface BodyParagraph {
  readonly type: 'paragraph';
  readonly attrs: { readonly align: TextAlign; readonly indent: number };
  readonly content?: readonly BodyInline[];
}

export interface BodyHeading {
  readonly type: 'heading';
  readonly attrs: { readonly level: number; readonly align: TextAlign };
  readonly content?: readonly BodyInline[];
}

export interface BodyListItem {
  readonly type: 'list_item';
  readonly content: readonly BodyBlock[];
}

export interface BodyCell {
  readonly type: 'table_cell' | 'table_header';
  readonly attrs: { readonly colspan: number; readonly rowspan: number };
  readonly content: readonly BodyBlock[];
}

export interface BodyRow {
  readonly type: 'table_row';
  readonly content: readonly BodyCell[];
}

export type BodyList =
  | { readonly type: 'bullet_list'; readonly content: readonly BodyListItem[] }
  | {
      readonly type: 'ordered_list';
      readonly attrs: { readonly order: number };
      readonly content: readonly BodyListItem[];
    };

/** A picture among the document's files, with what it shows in words. */
export interface BodyPicture {
  readonly fileId: string;
  readonly alt: string;
}

export type BodyBlock =
  | BodyParagraph
  | BodyHeading
  | BodyList
  | { readonly type: 'table'; readonly content: readonly BodyRow[] }
  | { readonly type: 'image'; readonly attrs: BodyPicture }
  | { readonly type: 'horizontal_rule' };

export interface DocumentBody {
  readonly type: 'doc';
  readonly content: readonly BodyBlock[];
}

export const EMPTY_BODY: DocumentBody = { type: 'doc', content: [] };

/** A paragraph of plain text. */
export const paragraphOf = (text: string, align: TextAlign = 'justify', indent = 2): BodyParagraph => ({
  type: 'paragraph',
  attrs: { align, indent },
  ...(text !== '' && { content: [{ type: 'text', text }] }),
});

/** A piece of text with where it stands: indexes of the blocks, rows, cells and items that lead to it. */
export interface BodyPiece {
  readonly path: readonly number[];
  readonly text: string;
}

const inlineText = (content: readonly BodyInline[] = []): string =>
  content.map((node) => (node.type === 'text' ? node.text : '\n')).join('');

function piecesOfBlock(block: BodyBlock, path: readonly number[]): readonly BodyPiece[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [{ path, text: inlineText(block.content) }];
    case 'image':
      return [{ path, text: block.attrs.alt }];
    case 'horizontal_rule':
      return [];
    case 'table':
      return block.content.flatMap((row, r) =>
        row.content.flatMap((cell, c) => piecesIn(cell.content, [...path, r, c])),
      );
    case 'bullet_list':
    case 'ordered_list':
      return block.content.flatMap((item, n) => piecesIn(item.content, [...path, n]));
    default:
      return assertNever(block);
  }
}

const piecesIn = (blocks: readonly BodyBlock[], path: readonly number[]): readonly BodyPiece[] =>
  blocks.flatMap((block, index) => piecesOfBlock(block, [...path, index]));

/** All text of the body in reading order; what a picture shows counts as text. */
export const bodyPieces = (body: DocumentBody): readonly BodyPiece[] => piecesIn(body.content, []);

/** The text of the body, a line for each paragraph. */
export const bodyText = (body: DocumentBody): string =>
  bodyPieces(body)
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '')
    .join('\n');

/** What stands in the cells of a table or in the items of a list; nothing in any other block. */
export function blocksInside(block: BodyBlock): readonly BodyBlock[] {
  if (block.type === 'table')
    return block.content.flatMap((row) => row.content.flatMap(({ content }) => content));
  return block.type === 'bullet_list' || block.type === 'ordered_list'
    ? block.content.flatMap(({ content }) => content)
    : [];
}

const picturesIn = (blocks: readonly BodyBlock[]): readonly BodyPicture[] =>
  blocks.flatMap((block) => (block.type === 'image' ? [block.attrs] : picturesIn(blocksInside(block))));

/** The pictures of the body in their order; one that stands twice is there twice. */
export const bodyPictures = (body: DocumentBody): readonly BodyPicture[] => picturesIn(body.content);

/** Ids of the pictures that the body shows. */
export const bodyImages = (body: DocumentBody): readonly string[] =>
  bodyPictures(body).map(({ fileId }) => fileId);

/** Whether a picture is in the body of which nothing says what it shows (无障碍环境建设法32). */
export const hasUnnamedPicture = (body: DocumentBody): boolean =>
  bodyPictures(body).some(({ alt }) => alt.trim() === '');
