import type { Mark } from '../mark.ts';
import type { Size } from '../pdf/draw-page.ts';
import type { Box } from '../pdf/matrix.ts';
import type { Glyph } from '../pdf/pen.ts';
import type { RepeatedText } from '../redacted.ts';
import { type PageText, pageText, placesOf, withoutBlanks } from './page-text.ts';

/** What is remembered of a page whose marks were burnt in. */
export interface MarkedText {
  readonly page: number;
  readonly text: PageText;
  /** Glyphs that a mark touches, be it by a hair. */
  readonly covered: ReadonlySet<Glyph>;
  /** Words of everything that a mark touches, as written and folded. */
  readonly words: readonly string[];
  /** Words that lie under a mark for the most part, by mark. */
  readonly byMark: ReadonlyMap<string, readonly string[]>;
}

const PARTS = /[^\p{L}\p{N}]+/u;

/** A single character or a small number stands everywhere and says nothing. */
const isTelling = (word: string) => (/^\d+$/.test(word) ? word.length >= 4 : word.length >= 2);

function wordsOf(text: string): readonly string[] {
  return [...new Set(text.split(PARTS))].filter(isTelling);
}

/** As the file has it: an accident would have carried over this spelling. */
const asWritten = (text: string) => text;

function boxOf({ x, y, width, height }: Mark, size: Size): Box {
  return {
    left: x * size.width,
    top: y * size.height,
    right: (x + width) * size.width,
    bottom: (y + height) * size.height,
  };
}

function touches(one: Box, other: Box): boolean {
  return (
    one.left <= other.right && one.right >= other.left && one.top <= other.bottom && one.bottom >= other.top
  );
}

function holdsMiddle(box: Box, { left, right, top, bottom }: Box): boolean {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

export function markedText(
  page: number,
  glyphs: readonly Glyph[],
  marks: readonly Mark[],
  size: Size,
): MarkedText {
  const boxes = marks.map((mark) => ({ id: mark.markId, box: boxOf(mark, size) }));
  const covered = new Set(glyphs.filter((glyph) => boxes.some(({ box }) => touches(box, glyph.box))));
  const byMark = boxes.map(({ id, box }): [string, readonly string[]] => [
    id,
    wordsOf(pageText(glyphs.filter((glyph) => holdsMiddle(box, glyph.box))).text),
  ]);
  return {
    page,
    text: withoutBlanks(pageText(glyphs)),
    covered,
    words: wordsOf(`${pageText([...covered], asWritten).text} ${pageText([...covered]).text}`),
    byMark: new Map(byMark),
  };
}

/** Marks whose words also stand where no mark is. */
export function repeatedTexts(pages: readonly MarkedText[]): readonly RepeatedText[] {
  const seen = new Map<string, boolean>();
  const isOpenOn = (word: string, { page, text, covered }: MarkedText): boolean => {
    const key = `${page} ${word}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const open = placesOf(word, text).some((glyphs) => glyphs.some((glyph) => !covered.has(glyph)));
    seen.set(key, open);
    return open;
  };
  return pages.flatMap(({ byMark }) =>
    [...byMark].flatMap(([markId, words]) => {
      const open = pages.filter((page) => words.some((word) => isOpenOn(word, page)));
      return open.length === 0 ? [] : [{ markId, pages: open.map(({ page }) => page) }];
    }),
  );
}
