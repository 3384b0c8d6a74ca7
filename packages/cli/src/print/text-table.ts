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

/** Breaks a text so that no line is wider than `width` terminal columns; a Chinese character takes two. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    for (const character of paragraph) {
      const needed = characterWidth(character);
      if (used + needed > width && line !== '') {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += character;
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
  const gaps = 2 * (columns.length - 1);
  const fixed = columns.reduce(
    (sum, column, index) => sum + (column.grow === 0 ? (natural[index] ?? 0) : 0),
    0,
  );
  const shares = columns.reduce((sum, { grow }) => sum + grow, 0);
  const room = Math.max(0, width - gaps - fixed);
  return columns.map((column, index) => {
    const wanted = natural[index] ?? 0;
    if (column.grow === 0) return wanted;
    return Math.max(column.least, Math.min(wanted, Math.floor((room * column.grow) / shares)));
  });
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
  // Rows of several lines would run into each other without a space between them.
  const bodies = rows.map(render);
  const gap = bodies.some((body) => body.includes('\n')) ? '\n\n' : '\n';
  return [render(columns.map(({ title }) => title)), rule, bodies.join(gap)].join('\n');
}
