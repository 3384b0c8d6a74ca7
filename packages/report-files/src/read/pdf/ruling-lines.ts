import type { SubPath } from './operator-arguments.ts';
import { type Box, boxAround, type Point, type RulingLine } from './page-geometry.ts';

/** A filled rectangle or a stroke up to this thick is a ruling line; thicker ones are backgrounds. */
const MAX_THICKNESS = 3;
/** A stroke that leaves its axis by no more than this is straight. */
const MAX_SLANT = 0.5;

/** Ruling lines of a stroked path; `thickness` is the pen width on the page. */
export function strokedLines(paths: readonly SubPath[], thickness: number): RulingLine[] {
  const lines: RulingLine[] = [];
  for (const path of paths) {
    const start = path.points[0];
    const points = path.closed && start ? [...path.points, start] : path.points;
    for (let index = 1; index < points.length; index++) {
      const from = points[index - 1];
      const to = points[index];
      if (from && to) lines.push(...strokedLine(from, to, thickness));
    }
  }
  return lines;
}

function strokedLine(from: Point, to: Point, thickness: number): RulingLine[] {
  const box = boxAround([from, to]);
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (Math.min(width, height) > MAX_SLANT) return [];
  // Some producers draw a long thin line as a very short stroke with a very wide pen.
  if (thickness > MAX_THICKNESS) {
    const half = thickness / 2;
    const grown =
      width >= height
        ? { ...box, top: box.top - half, bottom: box.bottom + half }
        : { ...box, left: box.left - half, right: box.right + half };
    return thinBoxLines(grown);
  }
  if (width === 0 && height === 0) return [];
  return [width >= height ? horizontal(box) : vertical(box)];
}

/** Ruling lines of a filled path: thin rectangles, and frames drawn as one rectangle inside another. */
export function filledLines(paths: readonly SubPath[]): RulingLine[] {
  const boxes = paths.filter((path) => !path.curved && isUpright(path)).map((path) => boxAround(path.points));
  const [outer, inner] = boxes;
  if (boxes.length === 2 && outer && inner) {
    const frame = frameLines(outer, inner);
    if (frame.length > 0) return frame;
  }
  return boxes.flatMap(thinBoxLines);
}

/** Every side runs along an axis, or the whole shape is thin (the mitred borders that browsers draw). */
function isUpright(path: SubPath): boolean {
  const box = boxAround(path.points);
  if (Math.min(box.right - box.left, box.bottom - box.top) <= MAX_THICKNESS) return true;
  return path.points.every((point, index) => {
    const next = path.points[(index + 1) % path.points.length] ?? point;
    return Math.min(Math.abs(point.x - next.x), Math.abs(point.y - next.y)) <= MAX_SLANT;
  });
}

/** The line that a thin box stands for; a dot stands for both (the corner pieces of Word tables). */
export function thinBoxLines(box: Box): RulingLine[] {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const lines: RulingLine[] = [];
  if (width === 0 && height === 0) return lines;
  if (height <= MAX_THICKNESS && width >= height - MAX_SLANT) lines.push(horizontal(box));
  if (width <= MAX_THICKNESS && height >= width - MAX_SLANT) lines.push(vertical(box));
  return lines;
}

function frameLines(first: Box, second: Box): RulingLine[] {
  const [outer, inner] = first.left <= second.left ? [first, second] : [second, first];
  const gaps = [
    inner.left - outer.left,
    inner.top - outer.top,
    outer.right - inner.right,
    outer.bottom - inner.bottom,
  ];
  if (gaps.some((gap) => gap < 0 || gap > MAX_THICKNESS)) return [];
  return [
    horizontal({ ...outer, bottom: inner.top }),
    horizontal({ ...outer, top: inner.bottom }),
    vertical({ ...outer, right: inner.left }),
    vertical({ ...outer, left: inner.right }),
  ];
}

function horizontal(box: Box): RulingLine {
  return { direction: 'horizontal', at: (box.top + box.bottom) / 2, from: box.left, to: box.right };
}

function vertical(box: Box): RulingLine {
  return { direction: 'vertical', at: (box.left + box.right) / 2, from: box.top, to: box.bottom };
}
