import type { Glyph } from '../pdf/pen.ts';
import { gapOnLine } from './gap-on-line.ts';

/** Characters that follow each other in the file, with the glyph each came from; breaks and gaps come from none. */
export interface PageText {
  readonly text: string;
  /** One entry for every UTF-16 unit of the text. */
  readonly glyphs: readonly (Glyph | undefined)[];
}

/** Distances in em: a gap that is read as a blank, and one that parts columns of a table. */
const BLANK = 0.3;
const COLUMN = 1;

/** Look-alike radicals that browsers print, without a compatibility mapping in Unicode; those met in names. */
const RADICALS = new Map(
  Array.from(
    '⺠民⻔门⻓长⻢马⻰龙⻛风⻜飞⻩黄⻘青⻉贝⻅见⻋车⻥鱼⻦鸟⻁虎⻄西⻬齐⻨麦⻚页⻆角⻝食⻢马⻣骨',
  ).flatMap((character, index, all): [string, string][] =>
    index % 2 === 0 ? [[character, all[index + 1] ?? '']] : [],
  ),
);

/** One spelling for what looks the same: full-width digits, radicals, capitals; blanks of every kind are one blank. */
export function foldCharacters(text: string): string {
  return Array.from(text, (character) => RADICALS.get(character) ?? character)
    .join('')
    .normalize('NFKC')
    .replace(/\s/gu, ' ')
    .toLowerCase();
}

/**
 * The text of a page in the order of the file; lines parted by line ends and columns by two blanks.
 *
 * @param fold what becomes of each character
 */
export function pageText(
  glyphs: readonly Glyph[],
  fold: (text: string) => string = foldCharacters,
): PageText {
  const units: string[] = [];
  const sources: (Glyph | undefined)[] = [];
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    const folded = fold(glyph.text);
    if (folded === '') continue;
    for (const unit of before ? between(before, glyph) : '') {
      units.push(unit);
      sources.push(undefined);
    }
    for (let index = 0; index < folded.length; index++) {
      units.push(folded.charAt(index));
      sources.push(glyph);
    }
    before = glyph;
  }
  return { text: units.join(''), glyphs: sources };
}

/** What stands between two characters that follow each other in the file. */
function between(one: Glyph, next: Glyph): string {
  const gap = gapOnLine(one, next);
  if (gap === null) return '\n';
  if (gap > COLUMN) return '  ';
  return gap > BLANK ? ' ' : '';
}

/** The text without blanks and line ends, for words that break over lines. */
export function withoutBlanks({ text, glyphs }: PageText): PageText {
  const kept = Array.from({ length: text.length }, (_, index) => index).filter(
    (index) => !/\s/u.test(text.charAt(index)),
  );
  return {
    text: kept.map((index) => text.charAt(index)).join(''),
    glyphs: kept.map((index) => glyphs[index]),
  };
}

/** Every place of a word, overlapping ones too, as the glyphs that make it up. */
export function placesOf(word: string, { text, glyphs }: PageText): readonly (readonly Glyph[])[] {
  const places: (readonly Glyph[])[] = [];
  if (word === '') return places;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    places.push(glyphsBetween(glyphs, at, at + word.length));
  }
  return places;
}

/** The glyphs of a stretch of text, each once. */
export function glyphsBetween(
  glyphs: readonly (Glyph | undefined)[],
  start: number,
  end: number,
): readonly Glyph[] {
  return [...new Set(glyphs.slice(start, end))].filter((glyph) => glyph !== undefined);
}
