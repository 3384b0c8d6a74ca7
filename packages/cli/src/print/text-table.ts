import stringWidth from 'string-width';

/** Few different characters make up a text, and measuring one takes long. */
const measured = new Map<string, number>();

function characterWidth(character: string): number {
  let width = measured.get(character);
  if (width === undefined) measured.set(character, (width = stringWidth(character)));
  return width;
}

function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Marks that close something: they do not begin a line (the usual rule for setting Chinese). */
const CLOSING = /^[，。、；：！？）〕】》”’…,.;:!?)\]]/u;
/** Marks that open something do not end one. */
const OPENING = /[（〔《【“‘([]$/u;
/** Numbers, dates and codes stay in one piece; everything else may break after any character. */
const PIECES = /[A-Za-z0-9]+(?:[-./%][A-Za-z0-9]+)*%?|./gsu;

/** Pieces between which a line may break, none wider than `width`. */
function piecesOf(paragraph: string, width: number): string[] {
  const pieces: string[] = [];
  for (const [piece] of paragraph.matchAll(PIECES)) {
    const last = pieces.at(-1);
    if (
      last !== undefined &&
      (CLOSING.test(piece) || OPENING.test(last)) &&
      textWidth(last + piece) <= width
    ) {
      pieces[pieces.length - 1] = last + piece;
    } else if (textWidth(piece) <= width) pieces.push(piece);
    else for (const character of piece) pieces.push(character);
  }
  return pieces;
}

/** Breaks a text so that no line is wider than `width` terminal columns; a Chinese character takes two. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    for (const piece of piecesOf(paragraph, width)) {
      const needed = textWidth(piece);
      if (used + needed > width && line !== '') {
        lines.push(line.trimEnd());
        line = '';
        used = 0;
        // A space between words is no indent of the next line.
        if (piece.trim() === '') continue;
      }
      line += piece;
      used += needed;
    }
    lines.push(line);
  }
  return lines;
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

export interface Column {
  readonly title: string;
  /** Share of the width that is left after the narrow columns. */
  readonly grow: number;
  readonly least: number;
}

function widthsOf(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] {
  const natural = columns.map((column, index) => {
    const lines = [column.title, ...rows.map((row) => row[index] ?? '')].flatMap((text) => text.split('\n'));
    return lines.reduce((widest, line) => Math.max(widest, textWidth(line)), column.least);
  });
  const widths = columns.map((column, index) => (column.grow === 0 ? (natural[index] ?? 0) : column.least));
  let room = width - 2 * (columns.length - 1) - widths.reduce((sum, each) => sum + each, 0);
  // Column by column, always the one that has least for its share, so that no width is left unused.
  while (room > 0) {
    const wanting = columns.flatMap(({ grow }, index) => {
      const now = widths[index] ?? 0;
      return grow > 0 && now < (natural[index] ?? 0) ? [{ index, filled: now / grow }] : [];
    });
    const [next] = wanting.toSorted((a, b) => a.filled - b.filled);
    if (next === undefined) break;
    widths[next.index] = (widths[next.index] ?? 0) + 1;
    room -= 1;
  }
  return widths;
}

/** A table for a terminal: header, a rule, rows whose cells wrap inside their column. */
export function textTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const widths = widthsOf(columns, rows, width);
  const render = (cells: readonly string[]): string => {
    const wrapped = cells.map((cell, index) => wrap(cell, widths[index] ?? 1));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      wrapped
        .map((lines, index) => pad(lines[line] ?? '', widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    ).join('\n');
  };
  const rule = widths.map((w) => '-'.repeat(w)).join('  ');
  return [render(columns.map(({ title }) => title)), rule, spaced(rows.map(render))].join('\n');
}

/** Rows of several lines would run into their neighbours without a space between them. */
function spaced(rows: readonly string[]): string {
  return rows
    .map((row, index) => {
      const before = rows[index - 1];
      const apart = before !== undefined && (before.includes('\n') || row.includes('\n'));
      return apart ? `\n${row}` : row;
    })
    .join('\n');
}
