import { joinWrapped, type TextLine } from './text-lines.ts';

/** A printed line outside tables, in reading order; `afterTable` when a table stands between it and the last. */
export interface FlowLine extends TextLine {
  readonly page: number;
  readonly afterTable: boolean;
}

export interface FlowParagraph {
  readonly text: string;
  readonly page: number;
  /** Place of its first line from the top of its page. */
  readonly top: number;
  /** It goes on over a page break. */
  readonly crossesPages: boolean;
  /** Several centred lines taken as one title. */
  readonly isJoinedTitle: boolean;
}

/** Edges of the running text and its usual measures, in points. */
interface Layout {
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly pitch: number;
}

/**
 * Joins wrapped lines into paragraphs: a line goes on in the next one when it is full and the next one is neither
 * indented, nor in another size, nor set apart by space.
 */
export function paragraphsOf(lines: readonly FlowLine[]): FlowParagraph[] {
  const layout = measure(lines);
  const paragraphs: FlowParagraph[] = [];
  let last: FlowLine | undefined;
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const link = last && open ? linkBetween(last, line, layout) : 'none';
    if (!open || !last || link === 'none') {
      paragraphs.push({
        text: line.text,
        page: line.page,
        top: line.box.top,
        crossesPages: false,
        isJoinedTitle: false,
      });
    } else {
      paragraphs[paragraphs.length - 1] = {
        ...open,
        text: joinWrapped(open.text, line.text),
        crossesPages: open.crossesPages || last.page !== line.page,
        isJoinedTitle: open.isJoinedTitle || link === 'title',
      };
    }
    last = line;
  }
  return paragraphs;
}

type Link = 'none' | 'wrapped' | 'title';

function linkBetween(upper: FlowLine, lower: FlowLine, layout: Layout): Link {
  if (lower.afterTable) return 'none';
  const samePage = upper.page === lower.page;
  const em = Math.max(upper.size, lower.size);
  if (Math.abs(upper.size - lower.size) > em * 0.12) return 'none';
  const distance = lower.box.bottom - upper.box.bottom;
  if (samePage && distance > Math.max(layout.pitch * 1.5, em * 2.4)) return 'none';
  if (samePage && isTitleLine(upper, layout) && isTitleLine(lower, layout)) return 'title';
  if (lower.box.left > layout.left + em * 1.2) return 'none';
  // An unindented line above a full one is a wrapped paragraph; a short line ends its paragraph.
  return upper.box.right < layout.right - em * 2.2 ? 'none' : 'wrapped';
}

function isTitleLine(line: FlowLine, layout: Layout): boolean {
  const middle = (line.box.left + line.box.right) / 2;
  const textMiddle = (layout.left + layout.right) / 2;
  return line.size > layout.size * 1.15 && Math.abs(middle - textMiddle) < line.size * 1.2;
}

function measure(lines: readonly FlowLine[]): Layout {
  const size = commonestSize(lines);
  const body = lines.filter((line) => Math.abs(line.size - size) <= size * 0.12);
  const pitches = body.flatMap((line, index) => {
    const above = body[index - 1];
    const distance = above && above.page === line.page ? line.box.bottom - above.box.bottom : 0;
    return distance > 0 ? [distance] : [];
  });
  return {
    size,
    left: leftEdge(body, size),
    right: quantile(
      body.map((line) => line.box.right),
      0.95,
    ),
    pitch: quantile(pitches, 0.5),
  };
}

/** The size, to half a point, in which most characters are printed. */
function commonestSize(lines: readonly FlowLine[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    counts.set(size, (counts.get(size) ?? 0) + line.glyphs.length);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** The leftmost place at which a fair part of the lines begins. */
function leftEdge(lines: readonly FlowLine[], size: number): number {
  const lefts = lines.map((line) => line.box.left).sort((one, other) => one - other);
  const needed = Math.max(1, Math.floor(lefts.length * 0.15));
  return (
    lefts.find((left, index) => (lefts[index + needed - 1] ?? Number.POSITIVE_INFINITY) - left < size) ?? 0
  );
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Reading order of lines and tables on one page: from the top down. */
export function flowLinesOf(
  page: number,
  lines: readonly TextLine[],
  tableTops: readonly number[],
  tableBefore: boolean,
): FlowLine[] {
  let previousTop = Number.NEGATIVE_INFINITY;
  return lines.map((line, index) => {
    const crossed = tableTops.some((top) => top > previousTop && top <= line.box.top);
    previousTop = line.box.top;
    return {
      ...line,
      page,
      afterTable: crossed || (index === 0 && tableBefore),
    };
  });
}
