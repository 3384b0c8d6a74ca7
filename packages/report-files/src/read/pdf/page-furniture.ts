import type { Glyph, PageContent } from './page-geometry.ts';
import { type Box, contains, midX, midY } from './page-geometry.ts';
import { linesOf } from './text-lines.ts';

/** A printed piece that belongs to the page, not to the report. */
export interface Furniture {
  readonly kind: 'page-number' | 'running-title';
  readonly glyphs: readonly Glyph[];
  readonly insideTable: boolean;
}

/** Part of the page height at its top and bottom where such pieces stand. */
const MARGIN_ZONE = 0.12;
/** Pieces of one line further apart than this (in em) are separate. */
const PIECE_GAP = 1;
/** How far the place of a repeated piece may differ between pages, in points. */
const SAME_PLACE = 3;

interface Piece {
  readonly page: number;
  readonly text: string;
  readonly box: Box;
  readonly glyphs: readonly Glyph[];
  readonly insideTable: boolean;
  /** Nothing else stands on its line. */
  readonly alone: boolean;
}

/**
 * Finds page numbers and running titles, page by page. Page numbers count up with the pages; one inside a table
 * is only taken when it is written like one (“— 3 —”, “第3页”) or stands exactly where the other pages have theirs,
 * since a bare figure there may be data.
 */
export function findFurniture(
  pages: readonly PageContent[],
  tableBoxes: (page: PageContent) => readonly Box[],
): Map<number, Furniture[]> {
  const pieces = pages.flatMap((page) => marginPieces(page, tableBoxes(page)));
  const found = new Map<number, Furniture[]>();
  const add = (piece: Piece, kind: Furniture['kind']) => {
    const list = found.get(piece.page) ?? [];
    list.push({ kind, glyphs: piece.glyphs, insideTable: piece.insideTable });
    found.set(piece.page, list);
  };
  const numbers = pageNumbers(pieces);
  for (const piece of numbers) add(piece, 'page-number');
  for (const piece of runningTitles(pieces, pages.length))
    if (!numbers.has(piece)) add(piece, 'running-title');
  return found;
}

function marginPieces(page: PageContent, tables: readonly Box[]): Piece[] {
  const zone = page.height * MARGIN_ZONE;
  const glyphs = page.glyphs.filter(({ box }) => midY(box) < zone || midY(box) > page.height - zone);
  return linesOf(glyphs).flatMap((line) => {
    const parts = splitAtGaps(line.glyphs);
    return parts.flatMap((part) => {
      const [text] = linesOf(part);
      if (!text) return [];
      const insideTable = tables.some((box) => contains(box, midX(text.box), midY(text.box)));
      const alone = parts.length === 1;
      return { page: page.page, text: text.text, box: text.box, glyphs: part, insideTable, alone };
    });
  });
}

function splitAtGaps(glyphs: readonly Glyph[]): Glyph[][] {
  const parts: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = parts.at(-1)?.at(-1);
    if (last && glyph.box.left - last.box.right <= last.size * PIECE_GAP) parts.at(-1)?.push(glyph);
    else parts.push([glyph]);
  }
  return parts;
}

const MARKED_NUMBER =
  /^(?:[-—–－―_·•]+\s*(\d{1,4})\s*[-—–－―_·•]+|第\s*(\d{1,4})\s*页.*|(\d{1,4})\s*\/\s*\d{1,4})$/u;
const BARE_NUMBER = /^\d{1,4}$/u;

function pageNumbers(pieces: readonly Piece[]): Set<Piece> {
  const numbered = pieces.flatMap((piece) => {
    const text = piece.text.normalize('NFKC');
    const marked = MARKED_NUMBER.exec(text);
    const digits = marked ? (marked[1] ?? marked[2] ?? marked[3]) : BARE_NUMBER.exec(text)?.[0];
    return digits === undefined
      ? []
      : [{ piece, marked: marked !== null, offset: Number(digits) - piece.page }];
  });
  const offset = commonest(numbered.filter(({ piece }) => !piece.insideTable).map((item) => item.offset));
  const counted = numbered.filter((item) => offset === undefined || item.offset === offset);
  const sure = counted.filter(({ piece, marked }) => marked || (!piece.insideTable && piece.alone));
  const bareAreSure = sure.length > 1 || pieces.every((piece) => piece.page === 1);
  const taken = sure.filter(({ marked }) => marked || bareAreSure).map(({ piece }) => piece);
  const doubtful = counted.filter(({ piece, marked }) => !marked && piece.insideTable);
  const samePlace = doubtful.filter(({ piece }) => taken.some((other) => standsLike(piece.box, other.box)));
  return new Set([...taken, ...samePlace.map(({ piece }) => piece)]);
}

function standsLike(one: Box, other: Box): boolean {
  return Math.abs(midX(one) - midX(other)) <= SAME_PLACE && Math.abs(midY(one) - midY(other)) <= SAME_PLACE;
}

function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | undefined;
  for (const [value, count] of counts)
    if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** The same words at the same height on most pages. */
function runningTitles(pieces: readonly Piece[], pageCount: number): Piece[] {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    if (piece.insideTable || BARE_NUMBER.test(piece.text)) continue;
    const key = `${Math.round(midY(piece.box) / SAME_PLACE)} ${piece.text.replace(/\d+/g, '#')}`;
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  }
  const needed = Math.max(2, Math.ceil(pageCount * 0.6));
  return [...groups.values()]
    .filter((group) => new Set(group.map((piece) => piece.page)).size >= needed)
    .flat();
}
