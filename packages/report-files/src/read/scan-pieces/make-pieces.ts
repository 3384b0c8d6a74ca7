import type {
  Presence,
  PresencePiece,
  ScanPiece,
  ScanPlace,
  TextPiece,
} from '@zhaoshi/domain/disclosure/scan/piece';
import type { Block } from '../../source-document.ts';

export const textPiece = (text: string, place: ScanPlace): TextPiece => ({ kind: 'text', text, place });

/** A piece for a text that says anything, none for blanks. */
export const textPieces = (text: string, place: ScanPlace): readonly TextPiece[] =>
  text.trim() === '' ? [] : [textPiece(text, place)];

export const presencePiece = (what: Presence, count: number, place: ScanPlace): PresencePiece => ({
  kind: 'presence',
  what,
  count,
  place,
});

/** What a file holds of one kind: nothing when there is none. */
export const presencePieces = (what: Presence, count: number): readonly PresencePiece[] =>
  count > 0 ? [presencePiece(what, count, { kind: 'file' })] : [];

/** Properties of the file by name. */
export const propertyPieces = (properties: Readonly<Record<string, string>>): readonly ScanPiece[] =>
  Object.entries(properties).flatMap(([name, text]) => textPieces(text, { kind: 'property', name }));

/** The blocks a reader found, as pieces: a paragraph each, a cell each. */
export function blockPieces(blocks: readonly Block[]): readonly TextPiece[] {
  let paragraphs = 0;
  let tables = 0;
  return blocks.flatMap((block) => {
    const page = block.place.page === undefined ? {} : { page: block.place.page };
    if (block.kind === 'paragraph') {
      paragraphs += 1;
      return textPieces(block.text, { kind: 'paragraph', number: paragraphs, ...page });
    }
    tables += 1;
    const table = tables;
    return block.grid.cells.flatMap((cell) =>
      textPieces(cell.text, {
        kind: 'tableCell',
        table,
        row: cell.row + 1,
        column: cell.column + 1,
        ...page,
      }),
    );
  });
}

const ENDS_IN_DIGIT = /[\d０-９][\s-]{0,4}$/;
const BEGINS_WITH_DIGIT = /^[\s-]{0,4}[\dXx０-９Ｘｘ]/;

const isParagraph = (piece: ScanPiece | undefined): piece is TextPiece =>
  piece?.kind === 'text' && piece.place.kind === 'paragraph';

/**
 * Paragraphs between which a number may be broken become one piece: pages of the web and of PDF end a paragraph at
 * every line.
 */
export function withBrokenNumbers(pieces: readonly ScanPiece[]): readonly ScanPiece[] {
  const joined: ScanPiece[] = [];
  let texts: string[] = [];
  let last = '';
  const flush = (): void => {
    const first = joined.at(-1);
    if (isParagraph(first) && texts.length > 1)
      joined[joined.length - 1] = textPiece(texts.join('\n'), first.place);
    texts = [];
  };
  for (const piece of pieces) {
    const isNext = isParagraph(piece) && texts.length > 0;
    if (isNext && ENDS_IN_DIGIT.test(last.slice(-6)) && BEGINS_WITH_DIGIT.test(piece.text))
      texts.push(piece.text);
    else {
      flush();
      joined.push(piece);
      if (isParagraph(piece)) texts.push(piece.text);
    }
    last = piece.kind === 'text' ? piece.text : '';
  }
  flush();
  return joined;
}
