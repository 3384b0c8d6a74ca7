import type { FormRow, FormTable } from '@zhaoshi/domain/annual-report/forms/form';
import { type CellId, cellId } from '@zhaoshi/domain/annual-report/ids';
import stringWidth from 'string-width';
import { pad, wrap } from './text-table.ts';

const FIGURE_WIDTH = 8;
/** Tables of one to three columns have room for their titles; the seven of table three break theirs. */
const FEW_COLUMNS = 3;
const LABEL_WIDTH = { least: 14, most: 44 };

type Figure = (cell: CellId) => string;

/** Leaf names such as "第三项（三）5" say nothing without the label; the others already hold it. */
function labelOf(row: FormRow): string {
  const bare = row.label.replace(/^(?:[一二三四]、|（[一二三四五六七]）|\d\.)/, '');
  return row.name.includes(bare.slice(0, 4)) ? row.name : `${row.name}　${bare}`;
}

const titlesOf = (row: FormRow): string => row.columns.map(({ label }) => label).join(' ');

/** Rows that follow each other under the same column titles. */
function blocksOf(rows: readonly FormRow[]): readonly (readonly FormRow[])[] {
  const blocks: FormRow[][] = [];
  for (const row of rows) {
    const block = blocks.at(-1);
    if (block?.[0] !== undefined && titlesOf(block[0]) === titlesOf(row)) block.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

/** One line of cells, as high as its highest cell. */
function line(cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = cells.map((cell, index) => wrap(cell, widths[index] ?? 1));
  return Array.from({ length: Math.max(...wrapped.map((lines) => lines.length)) }, (_, at) =>
    `  ${wrapped.map((lines, index) => pad(lines[at] ?? '', widths[index] ?? 0)).join(' ')}`.trimEnd(),
  );
}

function printBlock(rows: readonly FormRow[], figure: Figure, width: number): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const figures = rows.map((row) => row.columns.map(({ id }) => figure(cellId(row.id, id))));
  const widths = first.columns.map(({ label }, index) =>
    Math.max(
      first.columns.length > FEW_COLUMNS ? FIGURE_WIDTH : stringWidth(label),
      ...figures.map((cells) => stringWidth(cells[index] ?? '')),
    ),
  );
  const room = width - 2 - widths.reduce((sum, each) => sum + each + 1, 0);
  const all = [Math.max(LABEL_WIDTH.least, Math.min(LABEL_WIDTH.most, room)), ...widths];
  return [
    ...line(['', ...first.columns.map(({ label }) => label)], all),
    ...rows.flatMap((row, index) => line([labelOf(row), ...(figures[index] ?? [])], all)),
  ];
}

/** A table of the form with a figure in every cell, for a terminal of the given width. */
export function printFormTable(table: FormTable, figure: Figure, width: number): string {
  const blocks = blocksOf(table.rows).flatMap((rows) => printBlock(rows, figure, width));
  return [`${table.title}（${table.version}版格式）`, ...blocks].join('\n');
}
