import type { FormTable } from '@zhaoshi/domain/annual-report/forms/form';
import { parseCell } from '@zhaoshi/domain/annual-report/parse-cell';
import type { PrintedFigure, RowReading } from './row-reading.ts';
import type { RowCell, TableRow } from './source-items.ts';

const BLOCK = 5;
const COLUMNS = 15;
/** A row with fewer cells has lost more than it kept; what belongs where cannot be told. */
const FEWEST_CELLS = 10;

const HEADER_WORDS = /结果维持|结果纠正|尚未审结|行政复议|行政诉讼|未经复议|复议后起诉/;

function isHeader(row: TableRow): boolean {
  return row.cells.some(({ label }) => HEADER_WORDS.test(label));
}

/** Figures and blanks only; a word or two may stand for a figure. */
function isFigureRow(cells: readonly RowCell[]): boolean {
  const filled = cells.filter(({ label }) => label !== '');
  if (filled.length === 0) return cells.length >= COLUMNS;
  const figures = filled.filter(({ text }) => parseCell(text, 'count').state === 'value');
  return figures.length > 0 && figures.length * 4 >= filled.length * 3;
}

/** Fifteen cells from more: a phantom column holds nothing, at the ends more likely than between. */
function withoutPhantoms(cells: readonly RowCell[]): readonly RowCell[] {
  const kept = [...cells];
  const isBlank = (cell: RowCell | undefined): boolean => cell?.label === '';
  while (kept.length > COLUMNS && isBlank(kept.at(-1))) kept.pop();
  while (kept.length > COLUMNS && isBlank(kept[0])) kept.shift();
  if (kept.length <= COLUMNS) return kept;
  const filled = kept.filter((cell) => !isBlank(cell));
  return filled.length <= COLUMNS ? filled : kept;
}

/** In a true grid of fifteen columns a lost cell leaves its slot empty. */
function bySlots(row: TableRow): readonly (RowCell | undefined)[] | undefined {
  if (row.grid.ragged || row.grid.columns !== COLUMNS) return undefined;
  return Array.from({ length: COLUMNS }, (_, slot) =>
    row.cells.find(({ from, to }) => from <= slot && slot < to && slot === from),
  );
}

interface Fifteen {
  readonly fit: RowReading['fit'];
  readonly cells: readonly (PrintedFigure | undefined)[];
}

function fifteen(row: TableRow): Fifteen | undefined {
  const cells = withoutPhantoms(row.cells);
  if (cells.length === COLUMNS) return { fit: 'exact', cells };
  if (cells.length > COLUMNS) return { fit: 'excess', cells };
  const placed = bySlots(row);
  if (placed) return { fit: 'exact', cells: placed };
  const lost = Array.from<undefined>({ length: COLUMNS - cells.length });
  return { fit: 'short', cells: [...cells, ...lost] };
}

/** One reading a block (行政复议, 未经复议直接起诉, 复议后起诉) from the fifteen figures in their order. */
export function blocksOfFour(
  table: FormTable,
  figures: Fifteen,
  common: Pick<RowReading, 'place' | 'flattened' | 'glued'>,
): readonly RowReading[] {
  return table.rows.map((row, index) => ({
    ...common,
    table: 't4',
    row,
    label: '',
    likeness: 'same',
    fit: figures.fit,
    figures: figures.cells.slice(index * BLOCK, (index + 1) * BLOCK),
  }));
}

/**
 * Table four: the row of fifteen figures below its headers, whatever stands over which column (annual-report.md
 * §12: the 行政诉讼 header may sit over the wrong one). Empty when the source has no such row.
 */
export function readTableFour(rows: readonly TableRow[], table: FormTable): readonly RowReading[] {
  let below = false;
  for (const row of rows) {
    if (isHeader(row)) {
      below = true;
    } else if (below && row.cells.length >= FEWEST_CELLS && isFigureRow(row.cells)) {
      const figures = fifteen(row);
      const place = row.cells[0]?.place ?? {};
      return figures ? blocksOfFour(table, figures, { place, flattened: row.grid.ragged }) : [];
    }
  }
  return [];
}
