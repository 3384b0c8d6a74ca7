import { raisedDigits } from '../raised-digits.ts';
import { type Box, type Glyph, midX, midY } from './page-geometry.ts';
import { turned, usualAngle } from './reading-angle.ts';

/** One printed line, left to right. */
export interface TextLine {
  readonly text: string;
  readonly box: Box;
  /** Usual character height in points. */
  readonly size: number;
  readonly glyphs: readonly Glyph[];
}

/**
 * Sorts characters into lines from the top down. A one-character-per-line label gives one line per character.
 * Text that stands sideways is read in its own direction; the boxes given back stay those of the page.
 */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const angle = usualAngle(glyphs);
  const placed = glyphs.map((glyph) => ({ glyph, box: turned(glyph.box, angle) }));
  const lines: Placed[][] = [];
  let middle = 0;
  for (const item of placed.toSorted((one, other) => midY(one.box) - midY(other.box))) {
    const line = lines.at(-1);
    const reach = Math.max(item.glyph.size, line?.at(-1)?.glyph.size ?? 0) / 2;
    if (line && midY(item.box) - middle < reach) {
      line.push(item);
      middle += (midY(item.box) - middle) / line.length;
    } else {
      lines.push([item]);
      middle = midY(item.box);
    }
  }
  return lines.flatMap((line) => toTextLine(line) ?? []);
}

interface Placed {
  readonly glyph: Glyph;
  readonly box: Box;
}

function toTextLine(line: readonly Placed[]): TextLine | undefined {
  const sorted = line.toSorted((one, other) => midX(one.box) - midX(other.box));
  const visible = sorted.filter(({ glyph }) => glyph.text.trim() !== '');
  const first = visible[0];
  if (!first) return undefined;
  let text = '';
  let previous: Placed | undefined;
  /** The last character on the line itself. */
  let base: Placed | undefined;
  let blank = false;
  for (const item of sorted) {
    if (item.glyph.text.trim() === '') {
      blank = true;
      continue;
    }
    if (previous) text += separator(previous, item, blank);
    const raised = base !== undefined && isRaised(item, base);
    text += raised ? raisedDigits(item.glyph.text) : item.glyph.text;
    if (!raised) base = item;
    previous = item;
    blank = false;
  }
  return { text, box: boxOf(visible), size: medianSize(visible), glyphs: visible.map(({ glyph }) => glyph) };
}

/** Marks of notes are at most this part of the figure before them, and their feet stand so much of it higher. */
const RAISED_SIZE = 0.8;
const RAISED_BY = 0.15;

/** A digit set above the line behind another character. */
function isRaised({ glyph, box }: Placed, base: Placed): boolean {
  const smaller = glyph.size <= base.glyph.size * RAISED_SIZE;
  return smaller && /[0-9]/.test(glyph.text) && base.box.bottom - box.bottom > base.glyph.size * RAISED_BY;
}

const ASCII_WORD = /[0-9A-Za-z]/;
const IDEOGRAPH_OR_MARK = /[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef“”‘’—…·]/u;
/** Gaps in em. Ideographs of a justified line are spread; only a tab or a column makes a gap this wide. */
const WORD_GAP = 0.25;
const COLUMN_GAP = 1.5;

function separator(left: Placed, right: Placed, blank: boolean): string {
  const gap = (right.box.left - left.box.right) / Math.max(left.glyph.size, right.glyph.size);
  const before = left.glyph.text.at(-1) ?? '';
  const after = right.glyph.text.at(0) ?? '';
  if (gap > COLUMN_GAP) return ' ';
  if (IDEOGRAPH_OR_MARK.test(before) && IDEOGRAPH_OR_MARK.test(after)) return '';
  if (blank && gap > 0) return ' ';
  return gap > WORD_GAP && ASCII_WORD.test(before) && ASCII_WORD.test(after) ? ' ' : '';
}

function boxOf(items: readonly Placed[]): Box {
  return {
    left: Math.min(...items.map(({ glyph }) => glyph.box.left)),
    right: Math.max(...items.map(({ glyph }) => glyph.box.right)),
    top: Math.min(...items.map(({ glyph }) => glyph.box.top)),
    bottom: Math.max(...items.map(({ glyph }) => glyph.box.bottom)),
  };
}

function medianSize(items: readonly Placed[]): number {
  const sizes = items.map(({ glyph }) => glyph.size).sort((one, other) => one - other);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** Two lines of one text in a row: words of Latin letters or digits get their space back, ideographs do not. */
export function joinWrapped(upper: string, lower: string): string {
  const needsSpace = ASCII_WORD.test(upper.at(-1) ?? '') && ASCII_WORD.test(lower.at(0) ?? '');
  return needsSpace ? `${upper} ${lower}` : upper + lower;
}
