import type { Box, Glyph } from './page-geometry.ts';
import { midX, midY } from './page-geometry.ts';
import { type FlowCell, type FlowTable, isFigure } from './page-table.ts';
import { linesOf, type TextLine } from './text-lines.ts';

/** Pieces of a line further apart than this (in em) are columns. */
const COLUMN_GAP = 0.8;
/** A row of a borderless table carries at least this many figures; one row alone needs more. */
const MIN_FIGURES = 3;
const MIN_FIGURES_ALONE = 5;
/** Rows of one table are at most this far apart, in em. */
const MAX_ROW_DISTANCE = 5;

interface Row {
  readonly line: TextLine;
  readonly pieces: readonly TextLine[];
  readonly figures: number;
}

/**
 * Rebuilds tables that have no ruling lines from rows whose figures stand in columns. Everything about them is a
 * guess. Gives the tables and the lines that belong to none.
 */
export function findBorderlessTables(
  page: number,
  lines: readonly TextLine[],
): { tables: FlowTable[]; rest: TextLine[] } {
  const rows = lines.map(toRow);
  const tables: FlowTable[] = [];
  const used = new Set<Row>();
  for (const region of regionsOf(rows)) {
    const table = tableOf(page, region);
    if (!table) continue;
    tables.push(table);
    for (const row of region) used.add(row);
  }
  return { tables, rest: rows.filter((row) => !used.has(row)).map((row) => row.line) };
}

function toRow(line: TextLine): Row {
  const parts: Glyph[][] = [];
  for (const glyph of line.glyphs) {
    const last = parts.at(-1)?.at(-1);
    if (last && glyph.box.left - last.box.right <= last.size * COLUMN_GAP) parts.at(-1)?.push(glyph);
    else parts.push([glyph]);
  }
  const pieces = parts.flatMap((part) => linesOf(part).slice(0, 1));
  return { line, pieces, figures: pieces.filter((piece) => isFigure(piece.text)).length };
}

/** Runs of lines around rows of figures: headers and wrapped labels belong to them, running text does not. */
function regionsOf(rows: readonly Row[]): Row[][] {
  const regions: Row[][] = [];
  let region: Row[] = [];
  for (const row of rows) {
    const last = region.at(-1);
    const distance = last ? row.line.box.bottom - last.line.box.bottom : 0;
    if (last && (distance > last.line.size * MAX_ROW_DISTANCE || isRunningText(row, region))) {
      regions.push(region);
      region = [];
    }
    region.push(row);
  }
  regions.push(region);
  return regions.flatMap(trimmed);
}

/** A single piece in larger print is a heading; a single piece wider than the label column is a paragraph. */
function isRunningText(row: Row, region: readonly Row[]): boolean {
  const figures = region.find((other) => other.figures >= MIN_FIGURES);
  if (!figures || row.pieces.length > 1) return false;
  const firstFigure = figures.pieces.find((piece) => isFigure(piece.text));
  const isHeading = row.line.size > figures.line.size * 1.12;
  return isHeading || (firstFigure !== undefined && row.line.box.right > firstFigure.box.right);
}

/** The part of a run from its first header line to its last row; nothing when it has too few figures. */
function trimmed(region: readonly Row[]): Row[][] {
  const isStrong = (row: Row) => row.figures >= MIN_FIGURES;
  const strong = region.filter(isStrong);
  const enough = strong.length > 1 || strong.some((row) => row.figures >= MIN_FIGURES_ALONE);
  if (!enough) return [];
  let start = region.findIndex(isStrong);
  while (start > 0 && (region[start - 1]?.pieces.length ?? 0) > 1) start--;
  let end = region.findLastIndex((row) => row.figures > 0);
  while ((region[end + 1]?.pieces.length ?? 0) > 1) end++;
  return [region.slice(start, end + 1)];
}

function tableOf(page: number, region: readonly Row[]): FlowTable | undefined {
  const strong = region.filter((row) => row.figures >= MIN_FIGURES);
  const figureColumns = mergedIntervals(
    strong.flatMap((row) => row.pieces.filter((piece) => isFigure(piece.text)).map((piece) => piece.box)),
  );
  const firstFigure = figureColumns[0];
  if (figureColumns.length < MIN_FIGURES || !firstFigure) return undefined;
  const labelLefts = labelColumns(strong, firstFigure.from);
  const edges = [...labelLefts, ...boundariesOf(figureColumns)];
  const anchors = region.filter((row) => row.pieces.length > 1 || row.figures > 0);
  const texts = anchors.map(() => edges.map(() => ''));
  for (const row of region) {
    const index = anchors.includes(row) ? anchors.indexOf(row) : nearestRow(anchors, row);
    const slots = texts[index];
    if (!slots) continue;
    for (const piece of row.pieces.flatMap((whole) => cutAtEdges(whole, labelLefts))) {
      const column = columnOf(piece, edges, firstFigure.from);
      slots[column] = (slots[column] ?? '') + piece.text;
    }
  }
  const bottoms = anchors.map((row) => row.line.box.bottom);
  const right = Math.max(...region.map((row) => row.line.box.right));
  return {
    firstPage: page,
    lastPage: page,
    top: Math.min(...region.map((row) => row.line.box.top)),
    rowHeights: bottoms.map((bottom, index) => bottom - (bottoms[index - 1] ?? bottom - 12)),
    columnEdges: [...edges, right],
    cells: texts.flatMap((slots, row) => slots.map((text, column) => cellAt(page, row, column, text))),
  };
}

function cellAt(page: number, row: number, column: number, text: string): FlowCell {
  return { page, row, column, rowSpan: 1, colSpan: 1, text, isFull: false };
}

interface Interval {
  readonly from: number;
  readonly to: number;
}

function mergedIntervals(boxes: readonly Box[]): Interval[] {
  const merged: Interval[] = [];
  for (const { left, right } of boxes.toSorted((one, other) => one.left - other.left)) {
    const last = merged.at(-1);
    if (last && left <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, right) };
    else merged.push({ from: left, to: right });
  }
  return merged;
}

/** Left edge of every figure column: half way between its figures and those before. */
function boundariesOf(columns: readonly Interval[]): number[] {
  return columns.map((column, index) => {
    const before = columns[index - 1];
    return before ? (before.to + column.from) / 2 : column.from - 1;
  });
}

/** Left edges at which labels of at least two rows begin. */
function labelColumns(rows: readonly Row[], firstFigure: number): number[] {
  const lefts = rows
    .flatMap((row) =>
      row.pieces.filter((piece) => piece.box.right <= firstFigure).map((piece) => piece.box.left),
    )
    .sort((one, other) => one - other);
  const clusters: number[][] = [];
  for (const left of lefts) {
    const cluster = clusters.at(-1);
    if (cluster && left - (cluster.at(-1) ?? left) < 4) cluster.push(left);
    else clusters.push([left]);
  }
  const columns = clusters.flatMap((cluster) => (cluster.length > 1 ? cluster.slice(0, 1) : []));
  const leftmost = lefts[0];
  if (leftmost !== undefined && !columns.includes(leftmost)) columns.unshift(leftmost);
  return columns.length > 0 ? columns : lefts.slice(0, 1);
}

/** Blank (in em) before a character that begins a column of its own; inside a label characters stand closer. */
const LABEL_GAP = 0.1;

/** Cuts a piece where a group label and the label of a row stand so near that they look like one. */
function cutAtEdges(piece: TextLine, labelLefts: readonly number[]): TextLine[] {
  const parts: Glyph[][] = [];
  for (const glyph of piece.glyphs) {
    const last = parts.at(-1)?.at(-1);
    const gap = last ? glyph.box.left - last.box.right : 0;
    const beginsColumn = labelLefts.some((left) => Math.abs(left - glyph.box.left) < 1.5);
    if (last && !(beginsColumn && gap > glyph.size * LABEL_GAP)) parts.at(-1)?.push(glyph);
    else parts.push([glyph]);
  }
  return parts.length > 1 ? parts.flatMap((part) => linesOf(part).slice(0, 1)) : [piece];
}

function columnOf(piece: TextLine, edges: readonly number[], firstFigure: number): number {
  const position =
    piece.box.left < firstFigure - 1 && !isFigure(piece.text) ? piece.box.left + 2 : midX(piece.box);
  return Math.max(
    0,
    edges.findLastIndex((edge) => edge <= position),
  );
}

function nearestRow(anchors: readonly Row[], row: Row): number {
  const distances = anchors.map((anchor) => Math.abs(midY(anchor.line.box) - midY(row.line.box)));
  return distances.indexOf(Math.min(...distances));
}
