import type { Glyph } from '../pdf/pen.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const across = ({ box }: Glyph): Stretch => ({ start: box.left, end: box.right });
const down = ({ box }: Glyph): Stretch => ({ start: box.top, end: box.bottom });

function overlap(one: Stretch, other: Stretch): number {
  return Math.min(one.end, other.end) - Math.max(one.start, other.start);
}

/**
 * The distance between two characters along their line, in em and in whichever direction it runs; below zero when they
 * overlap, `null` when they do not stand on one line.
 */
export function gapOnLine(one: Glyph, next: Glyph): number | null {
  if (one.runs !== next.runs) return null;
  const [along, beside] = one.runs === 'across' ? [across, down] : [down, across];
  const lower = Math.min(beside(one).end - beside(one).start, beside(next).end - beside(next).start);
  if (overlap(beside(one), beside(next)) < lower / 2) return null;
  return -overlap(along(one), along(next)) / one.size;
}
