/** Affine map [a b c d e f] of the PDF specification: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that applies `inner` first and `outer` after it. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** In points of the page as it is seen, y downwards from its upper edge. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The upright box around a rectangle that went through a map. */
export function mappedBox([a, b, c, d, e, f]: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const xs = [a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1].map((x) => x + e);
  const ys = [b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1].map((y) => y + f);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** The smallest box around both. */
export function united(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/*
 * The arguments of pdf.js operators are untyped and come from the file; these guards read them without trust.
 */

export function numberAt(args: unknown, index: number): number {
  const value: unknown =
    Array.isArray(args) || ArrayBuffer.isView(args) ? Reflect.get(args, index) : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

export function itemAt(args: unknown, index: number): unknown {
  return Array.isArray(args) ? args[index] : undefined;
}

/** A map from six numbers, or the identity when the value is no list of six. */
export function matrixFrom(value: unknown): Matrix {
  const isList = Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array;
  if (!isList || value.length < 6) return IDENTITY;
  return [
    numberAt(value, 0),
    numberAt(value, 1),
    numberAt(value, 2),
    numberAt(value, 3),
    numberAt(value, 4),
    numberAt(value, 5),
  ];
}
