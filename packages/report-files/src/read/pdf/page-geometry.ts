/**
 * Shapes shared by the PDF reader. All coordinates are points (1/72 inch) of the page as a reader sees it:
 * /Rotate applied, x from the left edge, y from the TOP edge downwards.
 */

/** Affine map [a b c d e f] of the PDF specification: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that applies `inner` first and `outer` after it. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function applyMatrix(matrix: Matrix, x: number, y: number): Point {
  const [a, b, c, d, e, f] = matrix;
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest upright box around the points; an empty list gives an inverted box. */
export function boxAround(points: readonly Point[]): Box {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

export function contains(box: Box, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

export function midX(box: Box): number {
  return (box.left + box.right) / 2;
}

export function midY(box: Box): number {
  return (box.top + box.bottom) / 2;
}

/** Which way a run of glyphs reads: 0 to the right, 90 upwards, 180 to the left, 270 downwards. */
export type ReadingAngle = 0 | 90 | 180 | 270;

/** One printed character (rarely a ligature of several). */
export interface Glyph {
  readonly text: string;
  readonly box: Box;
  /** Height of one em in points. */
  readonly size: number;
  readonly angle: ReadingAngle;
  /** Drawn in rendering mode 3: the invisible layer that recognition software lays over a scan. */
  readonly invisible: boolean;
}

/** A straight ruling line of a table. `at` is y of a horizontal line and x of a vertical one. */
export interface RulingLine {
  readonly direction: 'horizontal' | 'vertical';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageContent {
  /** Counted from 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly lines: readonly RulingLine[];
}
