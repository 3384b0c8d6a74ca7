import type { Deadline } from '../deadline.ts';
import type { RulingLine } from './page-geometry.ts';

/** Two lines this near touch. */
const TOUCH = 3;
/** Rules that run this far past the outermost cross rule mean that the cross rule is missing. */
const OVERHANG = 6;

/** Groups of lines that touch, each a candidate for one table. */
export function connectedGroups(lines: readonly RulingLine[], deadline: Deadline): RulingLine[][] {
  const parents = lines.map((_, index) => index);
  const rootOf = (start: number): number => {
    let index = start;
    for (let parent = parents[index] ?? index; parent !== index; parent = parents[index] ?? index) {
      parents[index] = parents[parent] ?? parent;
      index = parent;
    }
    return index;
  };
  const horizontals = lines.flatMap((line, index) => (line.direction === 'horizontal' ? [index] : []));
  const verticals = lines.flatMap((line, index) => (line.direction === 'vertical' ? [index] : []));
  for (const one of horizontals) {
    deadline.check();
    for (const other of verticals) {
      const across = lines[one];
      const down = lines[other];
      if (across && down && touches(across, down)) parents[rootOf(one)] = rootOf(other);
    }
  }
  const groups = new Map<number, RulingLine[]>();
  lines.forEach((line, index) => {
    const root = rootOf(index);
    const group = groups.get(root);
    if (group) group.push(line);
    else groups.set(root, [line]);
  });
  return bridgeOpenTables(withLoneVerticals([...groups.values()]));
}

/**
 * Where an outer label column is empty on this page, no rule reaches the outermost vertical line; it belongs to the
 * group that begins and ends at its height.
 */
function withLoneVerticals(groups: readonly RulingLine[][]): RulingLine[][] {
  const isLone = (group: readonly RulingLine[]) => group.every((line) => line.direction === 'vertical');
  const tables = groups.filter((group) => !isLone(group));
  for (const line of groups.filter(isLone).flat()) {
    const table = tables.find(
      (group) =>
        group.length > 3 &&
        Math.abs(topOf(group) - line.from) <= OVERHANG &&
        Math.abs(Math.max(...group.map(bottomOf)) - line.to) <= OVERHANG,
    );
    table?.push(line);
  }
  return tables;
}

/** A row across a whole open-sided table is at most this high. */
const BRIDGED_ROW = 40;

/**
 * A table without side rules falls apart at every row that is one cell wide. Two open-sided parts of one width,
 * a row's height apart, are one table.
 */
function bridgeOpenTables(groups: readonly RulingLine[][]): RulingLine[][] {
  const sorted = groups.toSorted((one, other) => topOf(one) - topOf(other));
  const bridged: RulingLine[][] = [];
  for (const group of sorted) {
    const above = bridged.findLast(
      (other) => isOpenSided(other) && isOpenSided(group) && isBelow(group, other),
    );
    if (above) above.push(...group);
    else bridged.push(group);
  }
  return bridged;
}

function isOpenSided(group: readonly RulingLine[]): boolean {
  const verticals = group.filter((line) => line.direction === 'vertical').map((line) => line.at);
  const { from, to } = acrossOf(group);
  return (
    verticals.length > 0 && Math.min(...verticals) > from + OVERHANG && Math.max(...verticals) < to - OVERHANG
  );
}

function isBelow(lower: readonly RulingLine[], upper: readonly RulingLine[]): boolean {
  const one = acrossOf(lower);
  const other = acrossOf(upper);
  const sameWidth = Math.abs(one.from - other.from) <= TOUCH && Math.abs(one.to - other.to) <= TOUCH;
  const distance = topOf(lower) - Math.max(...upper.map(bottomOf));
  return sameWidth && distance > -TOUCH && distance <= BRIDGED_ROW;
}

function acrossOf(group: readonly RulingLine[]): { from: number; to: number } {
  const horizontals = group.filter((line) => line.direction === 'horizontal');
  return {
    from: Math.min(...horizontals.map((line) => line.from)),
    to: Math.max(...horizontals.map((line) => line.to)),
  };
}

function topOf(group: readonly RulingLine[]): number {
  return Math.min(...group.map((line) => (line.direction === 'horizontal' ? line.at : line.from)));
}

function bottomOf(line: RulingLine): number {
  return line.direction === 'horizontal' ? line.at : line.to;
}

function touches(across: RulingLine, down: RulingLine): boolean {
  return (
    down.at >= across.from - TOUCH &&
    down.at <= across.to + TOUCH &&
    across.at >= down.from - TOUCH &&
    across.at <= down.to + TOUCH
  );
}

/**
 * Adds the outer rules that a page break or an open-sided table leaves out: where two or more rules run well past
 * the last (first) rule across them, the edge is closed at their end.
 */
export function closeOpenEdges(group: readonly RulingLine[]): { lines: RulingLine[]; closed: number } {
  const horizontals = group.filter((line) => line.direction === 'horizontal');
  const verticals = group.filter((line) => line.direction === 'vertical');
  const added = [...missingEdges(verticals, horizontals), ...missingEdges(horizontals, verticals)];
  return { lines: [...group, ...added], closed: added.length };
}

function missingEdges(along: readonly RulingLine[], across: readonly RulingLine[]): RulingLine[] {
  const direction = along[0]?.direction === 'vertical' ? 'horizontal' : 'vertical';
  const first = Math.min(...across.map((line) => line.at));
  const last = Math.max(...across.map((line) => line.at));
  const edges: RulingLine[] = [];
  const before = along.filter((line) => line.from < first - OVERHANG);
  if (before.length >= 2) {
    edges.push({ direction, at: Math.min(...before.map((line) => line.from)), ...extent(before) });
  }
  const after = along.filter((line) => line.to > last + OVERHANG);
  if (after.length >= 2) {
    edges.push({ direction, at: Math.max(...after.map((line) => line.to)), ...extent(after) });
  }
  return edges;
}

function extent(lines: readonly RulingLine[]): { from: number; to: number } {
  const positions = lines.map((line) => line.at);
  return { from: Math.min(...positions), to: Math.max(...positions) };
}
