import { findPersonalData, type PersonalDataKind } from '@zhaoshi/domain/annual-report/text/personal-data';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LIMITS } from '../limits.ts';
import type { PageArea } from '../mark.ts';
import { type Size, sizeOf } from '../pdf/draw-page.ts';
import { glyphsOf } from '../pdf/glyphs.ts';
import { type Box, united } from '../pdf/matrix.ts';
import { eachPage, withPdf } from '../pdf/open-pdf.ts';
import type { Glyph } from '../pdf/pen.ts';
import { RedactionFailure } from '../redaction-error.ts';
import { gapOnLine } from './gap-on-line.ts';
import { foldCharacters, glyphsBetween, pageText, placesOf, withoutBlanks } from './page-text.ts';

/** A rectangle that an officer may take over as a mark. A value that breaks over lines has one for each line. */
export interface ProposedArea extends PageArea {
  /** Why it is proposed: a kind of personal data, or one of the given words. */
  readonly found: PersonalDataKind | 'word';
  /** The word as it was given, of those that were looked for. */
  readonly word?: string;
  /** Areas of one value share the number. */
  readonly group: number;
}

export interface FoundText {
  readonly areas: readonly ProposedArea[];
  /** Pages without any text (scans, pictures): nothing could be looked for there. */
  readonly unsearchedPages: readonly number[];
}

interface Find {
  readonly found: PersonalDataKind | 'word';
  readonly word?: string;
  readonly glyphs: readonly Glyph[];
}

/** @throws RedactionFailure */
export async function findInPdf(bytes: Uint8Array, words: readonly string[]): Promise<FoundText> {
  const wanted = checkedWords(words);
  const areas: ProposedArea[] = [];
  const unsearchedPages: number[] = [];
  let group = 0;
  await withPdf(bytes, (document) =>
    eachPage(document, async (page) => {
      const glyphs = glyphsOf(page, await page.getOperatorList());
      if (!glyphs.some(({ text }) => text.trim() !== '')) unsearchedPages.push(page.pageNumber);
      for (const { glyphs: parts, ...found } of findsOn(glyphs, wanted)) {
        for (const area of areasOf(page, parts)) areas.push({ ...area, ...found, group });
        group++;
      }
    }),
  );
  return { areas, unsearchedPages };
}

/** The words as they are looked for, each with how it was given. */
function checkedWords(words: readonly string[]): ReadonlyMap<string, string> {
  if (words.length > LIMITS.words || words.some((word) => word.length > LIMITS.wordCharacters)) {
    throw new RedactionFailure(
      'invalid-request',
      `查找的词最多 ${LIMITS.words} 个，每个最多 ${LIMITS.wordCharacters} 个字，没有查找。请减少后重试。`,
    );
  }
  return new Map(
    words
      .map((word): [string, string] => [foldCharacters(word).replaceAll(/\s/g, ''), word])
      .filter(([folded]) => folded !== ''),
  );
}

/** Numbers within a line (zeros of a table below one another would become numbers), words over lines as well. */
function findsOn(glyphs: readonly Glyph[], words: ReadonlyMap<string, string>): readonly Find[] {
  const page = pageText(glyphs);
  const joined = withoutBlanks(page);
  return [
    ...findPersonalData(page.text).map(({ kind, start, end }) => ({
      found: kind,
      glyphs: glyphsBetween(page.glyphs, start, end),
    })),
    ...[...words].flatMap(([folded, word]) =>
      placesOf(folded, joined).map((parts) => ({ found: 'word' as const, word, glyphs: parts })),
    ),
  ];
}

/** Around each line of the glyphs, a sixteenth of an em wider: the shapes of letters may lean out of their boxes. */
const PADDING = 1 / 16;
/** In em: characters of one value this far apart get marks of their own. */
const APART = 2;

function areasOf(page: PDFPageProxy, glyphs: readonly Glyph[]): readonly PageArea[] {
  const size = sizeOf(page);
  const lines: { box: Box; last: Glyph }[] = [];
  for (const glyph of glyphs) {
    const line = lines.at(-1);
    const gap = line && gapOnLine(line.last, glyph);
    if (line && typeof gap === 'number' && gap < APART) {
      line.box = united(line.box, glyph.box);
      line.last = glyph;
    } else lines.push({ box: glyph.box, last: glyph });
  }
  return lines.flatMap(({ box, last }) => areaOf(page.pageNumber, box, last.size * PADDING, size) ?? []);
}

/** Nothing when the text lies outside the page. */
function areaOf(page: number, box: Box, padding: number, size: Size): PageArea | null {
  const left = Math.max(0, box.left - padding) / size.width;
  const top = Math.max(0, box.top - padding) / size.height;
  const right = Math.min(size.width, box.right + padding) / size.width;
  const bottom = Math.min(size.height, box.bottom + padding) / size.height;
  if (!(right > left && bottom > top)) return null;
  return { page, x: left, y: top, width: right - left, height: bottom - top };
}
