import { type Box, compose, IDENTITY, itemAt, type Matrix, mappedBox, numberAt } from './matrix.ts';

/** One printed or hidden character with its exact place on the page. */
export interface Glyph {
  readonly text: string;
  readonly box: Box;
  /** Height of the writing in points. */
  readonly size: number;
  /** Along which axis of the page the writing runs, in either direction. */
  readonly runs: 'across' | 'down';
  /** Name that pdf.js gave the font. */
  readonly font: string;
}

/** The text part of the graphics state; saved and restored with it. */
export interface Pen {
  font: string;
  fontSize: number;
  /** Horizontal scale of the font's glyph space; 0.001 for every font but Type3. */
  glyphScale: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export function newPen(): Pen {
  return {
    font: '',
    fontSize: 0,
    glyphScale: 0.001,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    ...penAt(IDENTITY),
  };
}

/** After BT or Tm: a new text matrix and the pen at its origin. */
export function penAt(matrix: Matrix): Pick<Pen, 'matrix' | 'x' | 'y' | 'lineX' | 'lineY'> {
  return { matrix, x: 0, y: 0, lineX: 0, lineY: 0 };
}

export function movePen(pen: Pen, x: number, y: number): void {
  pen.lineX += x;
  pen.lineY += y;
  pen.x = pen.lineX;
  pen.y = pen.lineY;
}

/** A character of a pdf.js `showText` operator; widths are in glyph space. */
interface Shown {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  /** [advance, origin x, origin y] of vertical writing. */
  readonly vertical: unknown;
}

function shownFrom(value: unknown): Shown | undefined {
  if (typeof value !== 'object' || value === null || !('unicode' in value)) return undefined;
  return {
    unicode: typeof value.unicode === 'string' ? value.unicode : '',
    width: 'width' in value ? numberAt([value.width], 0) : 0,
    isSpace: 'isSpace' in value && value.isSpace === true,
    vertical: 'vmetric' in value && Array.isArray(value.vmetric) ? value.vmetric : undefined,
  };
}

/** Walks one `showText` operator, hands every character to `emit` and leaves the pen behind the last one. */
export function showText(pen: Pen, ctm: Matrix, args: unknown, emit: (glyph: Glyph) => void): void {
  const shown = itemAt(args, 0);
  if (!Array.isArray(shown) || pen.fontSize === 0) return;
  const vertical = shown.some((item) => shownFrom(item)?.vertical !== undefined);
  for (const item of shown) {
    if (typeof item === 'number') {
      advance(pen, (-item * pen.fontSize) / 1000, vertical);
      continue;
    }
    const glyph = shownFrom(item);
    if (!glyph) continue;
    emit(placed(pen, ctm, glyph));
    const spacing = pen.charSpacing + (glyph.isSpace ? pen.wordSpacing : 0);
    const scale = pen.fontSize * pen.glyphScale;
    // Vertical advances are negative numbers: the pen moves down.
    if (glyph.vertical === undefined) advance(pen, glyph.width * scale + spacing, false);
    else advance(pen, numberAt(glyph.vertical, 0) * scale - spacing, true);
  }
}

function advance(pen: Pen, distance: number, vertical: boolean): void {
  if (vertical) pen.y += distance;
  else pen.x += distance * pen.horizontalScale;
}

/** A box reaches from a quarter of an em below the base line to 0.9 above it: Latin tails and accents are inside. */
const DESCENT = -0.25;
const ASCENT = 0.9;

function placed(pen: Pen, ctm: Matrix, glyph: Shown): Glyph {
  const scale = pen.fontSize * pen.glyphScale;
  const toPage = compose(ctm, pen.matrix);
  let { x } = pen;
  let y = pen.y + pen.rise;
  if (glyph.vertical !== undefined) {
    x -= numberAt(glyph.vertical, 1) * scale * pen.horizontalScale;
    y -= numberAt(glyph.vertical, 2) * scale;
  }
  const isAcross = Math.abs(toPage[0]) >= Math.abs(toPage[1]);
  const right = x + glyph.width * scale * pen.horizontalScale;
  return {
    text: glyph.unicode,
    box: mappedBox(toPage, x, y + DESCENT * pen.fontSize, right, y + ASCENT * pen.fontSize),
    size: Math.hypot(toPage[2] * pen.fontSize, toPage[3] * pen.fontSize),
    runs: isAcross === (glyph.vertical === undefined) ? 'across' : 'down',
    font: pen.font,
  };
}
