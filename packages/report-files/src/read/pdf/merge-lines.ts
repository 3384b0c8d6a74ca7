import { ReadFailure } from '../../read-error.ts';
import type { RulingLine } from './page-geometry.ts';

/** Lines nearer than this are one line: borders of neighbouring cells, double rules. */
const SAME_LINE = 2;
/** Pieces of a line with a gap up to this are one line: dashes, rounding between cells. */
const SAME_PIECE = 3;
/** Pieces up to this long are dots: of a dotted rule, or corner pieces between the borders of cells. */
const DOT = 3;
/** Dots of one rule lie this exactly on one line, and the rule is at least this long. */
const SAME_DOTTED_LINE = 0.3;
const SHORTEST_DOTTED_LINE = 8;
/** A page with more separate lines is a drawing, not a report. */
const MAX_LINES = 6_000;

/** Joins the pieces that producers draw cell by cell into whole lines. */
export function mergeLines(lines: readonly RulingLine[]): RulingLine[] {
  const merged = (['horizontal', 'vertical'] as const).flatMap((direction) => {
    const pieces = lines.filter((line) => line.direction === direction);
    const solid = [...pieces.filter((line) => !isDot(line)), ...dottedLines(pieces.filter(isDot))];
    return groupByPosition(solid, SAME_LINE).flatMap(joinPieces);
  });
  if (merged.length > MAX_LINES) {
    throw new ReadFailure(
      'too-complex',
      'PDF 页面线条过多，无法识别表格，未保留任何内容。请提供 Word 文件或重新导出 PDF。',
    );
  }
  return merged;
}

function isDot(line: RulingLine): boolean {
  return line.to - line.from <= DOT;
}

/** Rules made of dots; a dot that stands alone is dropped, so that it opens no column of its own. */
function dottedLines(dots: readonly RulingLine[]): RulingLine[] {
  return groupByPosition(dots, SAME_DOTTED_LINE)
    .flatMap(joinPieces)
    .filter((line) => line.to - line.from >= SHORTEST_DOTTED_LINE);
}

function groupByPosition(lines: readonly RulingLine[], tolerance: number): RulingLine[][] {
  const groups: RulingLine[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const line of lines.toSorted((one, other) => one.at - other.at)) {
    const group = groups.at(-1);
    if (group && line.at - last <= tolerance) group.push(line);
    else groups.push([line]);
    last = line.at;
  }
  return groups;
}

function joinPieces(group: readonly RulingLine[]): RulingLine[] {
  const at = weightedPosition(group);
  const joined: RulingLine[] = [];
  for (const piece of group.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last && piece.from - last.to <= SAME_PIECE) {
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, piece.to) };
    } else {
      joined.push({ ...piece, at });
    }
  }
  return joined;
}

/** Long pieces say best where the line is. */
function weightedPosition(group: readonly RulingLine[]): number {
  let sum = 0;
  let weight = 0;
  for (const { at, from, to } of group) {
    const length = to - from + 0.01;
    sum += at * length;
    weight += length;
  }
  return sum / weight;
}
