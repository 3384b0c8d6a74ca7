import { applyMatrix, type Matrix, type Point } from './page-geometry.ts';

/**
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

/** A matrix from six numbers or nothing when the value is not a list of six. */
export function matrixFrom(value: unknown): Matrix | undefined {
  const isList = Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array;
  if (!isList || value.length < 6) return undefined;
  return [
    numberAt(value, 0),
    numberAt(value, 1),
    numberAt(value, 2),
    numberAt(value, 3),
    numberAt(value, 4),
    numberAt(value, 5),
  ];
}

/** One glyph of a pdf.js `showText` operator; widths are in glyph space (1/1000 em for all but Type3). */
export interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  /** [advance, origin x, origin y] of vertical writing. */
  readonly vertical: readonly [number, number, number] | undefined;
  readonly isType3: boolean;
}

export function shownGlyphFrom(value: unknown): ShownGlyph | undefined {
  if (typeof value !== 'object' || value === null || !('unicode' in value)) return undefined;
  const width = 'width' in value && typeof value.width === 'number' ? value.width : 0;
  const metric: unknown = 'vmetric' in value ? value.vmetric : undefined;
  return {
    unicode: typeof value.unicode === 'string' ? value.unicode : '',
    width: Number.isFinite(width) ? width : 0,
    isSpace: 'isSpace' in value && value.isSpace === true,
    vertical: Array.isArray(metric)
      ? [numberAt(metric, 0), numberAt(metric, 1), numberAt(metric, 2)]
      : undefined,
    isType3: 'operatorListId' in value && typeof value.operatorListId === 'string',
  };
}

export interface SubPath {
  readonly points: readonly Point[];
  readonly closed: boolean;
  readonly curved: boolean;
}

/** Codes inside the path buffer of pdf.js `constructPath`, with the count of numbers that follow each. */
const PATH_MOVE = 0;
const PATH_LINE = 1;
const PATH_CURVE = 2;
const PATH_QUADRATIC = 3;

/** Splits a path buffer into subpaths, every point mapped by `matrix`; curves keep only their end point. */
export function subPathsFrom(buffer: unknown, matrix: Matrix): SubPath[] {
  if (!(buffer instanceof Float32Array) && !(buffer instanceof Float64Array) && !Array.isArray(buffer))
    return [];
  const paths: SubPath[] = [];
  let points: Point[] = [];
  let curved = false;
  const finish = (closed: boolean) => {
    if (points.length > 1) paths.push({ points, closed, curved });
    points = [];
    curved = false;
  };
  let index = 0;
  const point = (at: number) => applyMatrix(matrix, numberAt(buffer, at), numberAt(buffer, at + 1));
  while (index < buffer.length) {
    const code = numberAt(buffer, index++);
    if (code === PATH_MOVE) {
      finish(false);
      points.push(point(index));
      index += 2;
    } else if (code === PATH_LINE) {
      points.push(point(index));
      index += 2;
    } else if (code === PATH_CURVE || code === PATH_QUADRATIC) {
      const numbers = code === PATH_CURVE ? 6 : 4;
      points.push(point(index + numbers - 2));
      curved = true;
      index += numbers;
    } else {
      const start = points[0];
      finish(true);
      if (start) points.push(start);
    }
  }
  finish(false);
  return paths;
}
