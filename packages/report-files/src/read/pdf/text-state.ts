import { itemAt, type ShownGlyph, shownGlyphFrom } from './operator-arguments.ts';
import {
  applyMatrix,
  boxAround,
  compose,
  type Glyph,
  IDENTITY,
  type Matrix,
  type Point,
  type ReadingAngle,
} from './page-geometry.ts';

/** The text part of the graphics state; saved and restored with it. */
export interface TextState {
  fontSize: number;
  /** Horizontal scale of the font's glyph space; 0.001 for every font but Type3. */
  glyphScale: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

const INVISIBLE_MODE = 3;

export function initialTextState(): TextState {
  return {
    fontSize: 0,
    glyphScale: 0.001,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
    ...textOrigin(IDENTITY),
  };
}

/** State after BT or Tm: a new text matrix and the pen at its origin. */
export function textOrigin(matrix: Matrix): Pick<TextState, 'matrix' | 'x' | 'y' | 'lineX' | 'lineY'> {
  return { matrix, x: 0, y: 0, lineX: 0, lineY: 0 };
}

export function moveText(state: TextState, x: number, y: number): void {
  state.lineX += x;
  state.lineY += y;
  state.x = state.lineX;
  state.y = state.lineY;
}

/**
 * Walks one `showText` operator and hands every visible character with its place on the page to `emit`;
 * leaves the pen behind the last one.
 */
export function showText(state: TextState, ctm: Matrix, args: unknown, emit: (glyph: Glyph) => void): void {
  const shown = itemAt(args, 0);
  if (!Array.isArray(shown) || state.fontSize === 0) return;
  for (const item of shown) {
    if (typeof item === 'number') {
      advance(state, (-item * state.fontSize) / 1000, isVertical(shown));
      continue;
    }
    const glyph = shownGlyphFrom(item);
    if (!glyph) continue;
    placeGlyph(state, ctm, glyph, emit);
    const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
    const scale = state.fontSize * state.glyphScale;
    // Vertical advances are negative numbers: the pen moves down.
    if (glyph.vertical) advance(state, glyph.vertical[0] * scale - spacing, true);
    else advance(state, glyph.width * scale + spacing, false);
  }
}

function isVertical(shown: readonly unknown[]): boolean {
  return shown.some((item) => shownGlyphFrom(item)?.vertical !== undefined);
}

function advance(state: TextState, distance: number, vertical: boolean): void {
  if (vertical) state.y += distance;
  else state.x += distance * state.horizontalScale;
}

/** A glyph box reaches from a fifth of an em below the base line to four fifths above it. */
const DESCENT = -0.2;
const ASCENT = 0.8;

function placeGlyph(state: TextState, ctm: Matrix, glyph: ShownGlyph, emit: (glyph: Glyph) => void): void {
  const scale = state.fontSize * state.glyphScale;
  const toPage = compose(ctm, state.matrix);
  let x = state.x;
  let y = state.y + state.rise;
  if (glyph.vertical) {
    x -= glyph.vertical[1] * scale * state.horizontalScale;
    y -= glyph.vertical[2] * scale;
  }
  const right = x + glyph.width * scale * state.horizontalScale;
  const low = y + DESCENT * state.fontSize;
  const high = y + ASCENT * state.fontSize;
  const corners: Point[] = [
    applyMatrix(toPage, x, low),
    applyMatrix(toPage, right, low),
    applyMatrix(toPage, x, high),
    applyMatrix(toPage, right, high),
  ];
  const up = { x: toPage[2] * state.fontSize, y: toPage[3] * state.fontSize };
  emit({
    text: glyph.unicode,
    box: boxAround(corners),
    size: Math.hypot(up.x, up.y),
    angle: readingAngle(toPage, state.fontSize),
    invisible: state.renderingMode === INVISIBLE_MODE,
  });
}

/** Page y grows downwards, so text running up the page has a negative second component. */
function readingAngle(toPage: Matrix, fontSize: number): ReadingAngle {
  const dx = toPage[0] * Math.sign(fontSize);
  const dy = toPage[1] * Math.sign(fontSize);
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 180;
  return dy < 0 ? 90 : 270;
}
