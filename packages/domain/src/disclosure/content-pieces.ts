import { assertNever } from '../kernel/assert-never.ts';
import { type BodyBlock, type BodyInline, bodyPieces } from './document-body.ts';
import type { DocumentContent } from './document-content.ts';
import type { ScanPiece, ScanPlace } from './scan/piece.ts';

/** Where a piece stands in the content: a field of it, or a text of the body by the indexes that lead to it. */
export type ContentPlace =
  | { readonly field: 'title' | 'abstract' | 'source' | 'changeNote' | 'keywords' }
  | { readonly path: readonly number[] }
  | { readonly attachment: number };

export interface ContentPiece {
  readonly piece: ScanPiece;
  readonly at: ContentPlace;
}

const FIELDS = [
  ['title', '标题'],
  ['abstract', '内容概述'],
  ['source', '来源'],
  ['changeNote', '修改说明'],
] as const;

const fieldPiece = (text: string, name: string): ScanPiece => ({
  kind: 'text',
  text,
  place: { kind: 'field', name },
});

const linksOf = (content: readonly BodyInline[] = [], place: ScanPlace): readonly ScanPiece[] =>
  content.flatMap((node) => {
    if (node.type !== 'text') return [];
    const { text, marks = [] } = node;
    return marks.flatMap((mark): readonly ScanPiece[] =>
      mark.type === 'link' ? [{ kind: 'link', text: mark.attrs.href, shown: text, place }] : [],
    );
  });

/** Links and pictures of the blocks; the texts are `bodyPieces`. */
function besideText(blocks: readonly BodyBlock[], path: readonly number[]): readonly ContentPiece[] {
  return blocks.flatMap((block, index): readonly ContentPiece[] => {
    const here = [...path, index];
    const place: ScanPlace = { kind: 'paragraph', number: (here[0] ?? 0) + 1 };
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return linksOf(block.content, place).map((piece) => ({ piece, at: { path: here } }));
      case 'image':
        return [{ piece: { kind: 'presence', what: 'picture', count: 1, place }, at: { path: here } }];
      case 'table':
        return block.content.flatMap((row, r) =>
          row.content.flatMap((cell, c) => besideText(cell.content, [...here, r, c])),
        );
      case 'bullet_list':
      case 'ordered_list':
        return block.content.flatMap((item, n) => besideText(item.content, [...here, n]));
      case 'horizontal_rule':
        return [];
      default:
        return assertNever(block);
    }
  });
}

/** Place of a text in the body: the table cell or the paragraph at the top level that it belongs to. */
function placeOf(content: DocumentContent, path: readonly number[]): ScanPlace {
  const [top = 0, row = 0, column = 0] = path;
  if (content.body.content[top]?.type !== 'table') return { kind: 'paragraph', number: top + 1 };
  const table = content.body.content.slice(0, top + 1).filter(({ type }) => type === 'table').length;
  return { kind: 'tableCell', table, row: row + 1, column: column + 1 };
}

/**
 * Everything of the content that readers or programs would see, for the scan before publication; files are scanned
 * by themselves. In reading order, so that the heading of a column stands before its cells.
 */
export const contentPieces = (content: DocumentContent): readonly ContentPiece[] => [
  ...FIELDS.flatMap(([field, name]): readonly ContentPiece[] =>
    content[field] === '' ? [] : [{ piece: fieldPiece(content[field], name), at: { field } }],
  ),
  ...(content.keywords.length === 0
    ? []
    : [{ piece: fieldPiece(content.keywords.join(' '), '关键词'), at: { field: 'keywords' } as const }]),
  ...bodyPieces(content.body).map(
    ({ path, text }): ContentPiece => ({
      piece: { kind: 'text', text, place: placeOf(content, path) },
      at: { path },
    }),
  ),
  ...besideText(content.body.content, []),
  ...content.attachments.map(
    ({ name }, attachment): ContentPiece => ({
      piece: { kind: 'text', text: name, place: { kind: 'attachmentName' } },
      at: { attachment },
    }),
  ),
];
