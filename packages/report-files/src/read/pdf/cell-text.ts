import type { Lattice, LatticeCell } from './lattice.ts';
import { contains, type Glyph, midX, midY } from './page-geometry.ts';
import { joinWrapped, linesOf, type TextLine } from './text-lines.ts';

export interface PageCell extends LatticeCell {
  readonly text: string;
  /** The last line leaves no room for another character, so the text may go on in the next row or page. */
  readonly isFull: boolean;
}

/** A table of one page with its texts. */
export interface PageTable {
  readonly page: number;
  readonly lattice: Lattice;
  readonly cells: readonly PageCell[];
  /** Runs of characters that lay across a cell border. */
  readonly crossings: number;
  /** Cells in which digits stand on two lines that may be two figures. */
  readonly doubtfulBreaks: number;
}

/** Puts the characters of a page into the cells of one of its tables; gives back those that lie outside it. */
export function fillTable(
  page: number,
  lattice: Lattice,
  glyphs: readonly Glyph[],
): { table: PageTable; outside: Glyph[] } {
  const slots = new SlotMap(lattice);
  const inCell = new Map<LatticeCell, Glyph[]>();
  const outside: Glyph[] = [];
  let crossings = 0;
  for (const run of runsOf(glyphs)) {
    const homes = homesOf(run, slots);
    if (homes.crosses) crossings++;
    run.forEach((glyph, index) => {
      const cell = homes.cells[index];
      if (!cell) outside.push(glyph);
      else if (inCell.get(cell)?.push(glyph) === undefined) inCell.set(cell, [glyph]);
    });
  }
  let doubtfulBreaks = 0;
  const cells = lattice.cells.map((cell) => {
    const content = cellContent(linesOf(inCell.get(cell) ?? []), cell);
    if (content.doubtful) doubtfulBreaks++;
    return { ...cell, text: content.text, isFull: content.isFull };
  });
  return { table: { page, lattice, cells, crossings, doubtfulBreaks }, outside };
}

/** Finds the cell at a point. */
class SlotMap {
  private readonly lattice: Lattice;
  private readonly cells = new Map<number, LatticeCell>();
  private readonly width: number;

  constructor(lattice: Lattice) {
    this.lattice = lattice;
    this.width = lattice.columns.length;
    for (const cell of lattice.cells) {
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
        for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
          this.cells.set(row * this.width + column, cell);
        }
      }
    }
  }

  at(x: number, y: number): LatticeCell | undefined {
    if (!contains(this.lattice.box, x, y)) return undefined;
    const row = lastAtOrBefore(this.lattice.rows, y);
    const column = lastAtOrBefore(this.lattice.columns, x);
    return this.cells.get(row * this.width + column);
  }
}

function lastAtOrBefore(edges: readonly number[], position: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((edges[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

const FIGURE = /^[0-9.,%+\-−－．，０-９]$/u;
/** Characters nearer than this (in em) belong to one run. */
const RUN_GAP = 0.3;
/** Digits of one figure stand closer: figures of neighbouring narrow cells must not run together. */
const FIGURE_GAP = 0.12;
/** A run of letters that hangs out of its cell by no more than this part still belongs to it. */
const OVERHANG = 0.25;

/** Runs of neighbouring characters of one kind (figures or other text) in drawing order. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && follows(last, glyph)) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

function follows(last: Glyph, next: Glyph): boolean {
  const gap = Math.abs(next.box.left - last.box.right);
  const isFigure = FIGURE.test(last.text);
  return (
    last.angle === next.angle &&
    isFigure === FIGURE.test(next.text) &&
    next.text.trim() !== '' &&
    last.text.trim() !== '' &&
    Math.abs(midY(last.box) - midY(next.box)) < last.size / 4 &&
    gap < last.size * (isFigure ? FIGURE_GAP : RUN_GAP)
  );
}

/** The cell of every character of a run; a figure is never divided between two cells. */
function homesOf(
  run: readonly Glyph[],
  slots: SlotMap,
): { cells: (LatticeCell | undefined)[]; crosses: boolean } {
  const cells = run.map(({ box }) => slots.at(midX(box), midY(box)));
  const counts = new Map<LatticeCell | undefined, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  if (counts.size === 1) return { cells, crosses: false };
  const [main, count] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  const isFigure = FIGURE.test(run[0]?.text ?? '');
  const stays = isFigure || count >= run.length * (1 - OVERHANG);
  return { cells: stays ? run.map(() => main) : cells, crosses: true };
}

function cellContent(
  lines: readonly TextLine[],
  cell: LatticeCell,
): { text: string; isFull: boolean; doubtful: boolean } {
  let text = '';
  let doubtful = false;
  let previous: TextLine | undefined;
  for (const line of lines) {
    if (!previous) {
      text = line.text;
    } else if (endsInDigit(previous.text) && startsWithDigit(line.text)) {
      // A figure too wide for its cell is broken without a sign; with room to spare it is another figure.
      doubtful = true;
      text += fillsCell(previous, cell) ? line.text : `\n${line.text}`;
    } else {
      text = joinWrapped(text, line.text);
    }
    previous = line;
  }
  return { text, isFull: previous !== undefined && fillsCell(previous, cell), doubtful };
}

function endsInDigit(text: string): boolean {
  return /[0-9０-９.．]$/u.test(text);
}

function startsWithDigit(text: string): boolean {
  return /^[0-9０-９.．]/u.test(text);
}

/** Left and right padding that cells have together, at most. */
const PADDING = 12;

/** No room for one more character of this size. */
function fillsCell(line: TextLine, cell: LatticeCell): boolean {
  const room = cell.box.right - cell.box.left - (line.box.right - line.box.left);
  return room < line.size + PADDING;
}
