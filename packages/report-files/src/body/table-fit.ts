import { textWidth } from '../write/text-width.ts';
import { type BlockView, type CellView, plainOf } from './block-views.ts';

/** The room and the type of tables on a page, all in points. */
export interface TableRoom {
  /** Width of the text area. */
  readonly width: number;
  /** Size of type where there is room enough. */
  readonly size: number;
  /** Size below which nobody reads it; in a table that wants still more, numbers are broken. */
  readonly leastSize: number;
}

/** The page of official documents (official.typ, official-page.ts), 156 mm between its margins. */
export const OFFICIAL_ROOM: TableRoom = { width: 442, size: 12, leastSize: 7.5 };

export interface TableFit {
  /** Width of each column in half-width characters of this size. */
  readonly shares: readonly number[];
  /** Size of type in points. */
  readonly size: number;
}

export type TableView = BlockView & { readonly kind: 'table' };

/** What a column wants, in half-width characters, its rims included. */
interface ColumnNeed {
  /** With its words broken and its numbers whole. */
  readonly least: number;
  /** With its words on one line. */
  readonly wanted: number;
}

/** Rims of a column, in half-width characters. */
export const RIMS = 1.5;

/** A column of one digit still has room for its heading. */
const NARROWEST = 3;

/** Words in a column are broken to four Chinese characters where room is short, and to twelve where it is not. */
const LEAST_WORDS = 8;
const MOST_WORDS = 24;

/** The longest of codes and contracts' numbers; what is longer is an address and may be broken. */
const LONGEST_NUMBER = 32;

/** Digits of the fonts that are shipped are wider than half a Chinese character by as much, capitals still more. */
const WIDE_FIGURES = 1.2;
const WIDE_CAPITALS = 0.4;

/** Words are broken before type gets smaller than this part of what it should be. */
const STILL_GOOD = 5 / 6;

const NUMBERS = /[!-~]+/g;

/** Width of signs that no program breaks, in half-width characters. */
export const unbrokenWidth = (signs: string): number =>
  signs.length + WIDE_CAPITALS * (signs.match(/[A-Z]/g)?.length ?? 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const largest = (numbers: readonly number[]): number => Math.max(0, ...numbers);

function linesIn({ blocks }: CellView): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'rule') return [];
    return block.kind === 'table' ? block.cells.flatMap(linesIn) : plainOf(block.runs).split('\n');
  });
}

function needOf(cells: readonly CellView[]): ColumnNeed {
  const lines = cells.flatMap(linesIn);
  const words = largest(lines.map(textWidth));
  const signs = lines.flatMap((line) => line.match(NUMBERS) ?? []).map(unbrokenWidth);
  const numbers = largest(signs.filter((width) => width <= LONGEST_NUMBER));
  const least = Math.max(NARROWEST, Math.min(LEAST_WORDS, words), numbers);
  return { least: RIMS + least, wanted: RIMS + Math.max(least, Math.min(MOST_WORDS, words)) };
}

/**
 * Columns share the width by what stands in them: numbers are not broken, and in columns of equal width they would run
 * over each other. Where room is short, type gets a little smaller, then words are broken, then type gets small.
 */
export function fitTable({ columns, cells }: TableView, { width, size, leastSize }: TableRoom): TableFit {
  const needs = Array.from({ length: columns }, (_, x) =>
    needOf(cells.filter((cell) => cell.x === x && cell.colspan === 1)),
  );
  const least = sum(needs.map((need) => need.least));
  const wanted = sum(needs.map((need) => need.wanted));
  const roomAt = (points: number): number => (2 * width) / (WIDE_FIGURES * points);
  const fitting = Math.max(roomAt(wanted), Math.min(size * STILL_GOOD, roomAt(least)));
  const chosen = Math.max(leastSize, Math.min(size, Math.floor(fitting * 2) / 2));
  const room = roomAt(chosen);
  const spare = wanted > least ? Math.max(0, Math.min(1, (room - least) / (wanted - least))) : 0;
  const shares = needs.map((need) => need.least + spare * (need.wanted - need.least));
  const scale = room / sum(shares);
  return { shares: shares.map((share) => share * scale), size: chosen };
}
