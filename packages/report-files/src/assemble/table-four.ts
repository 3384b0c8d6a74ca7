import type { FormTable } from '@zhaoshi/domain/annual-report/forms/form';
import { parseCell } from '@zhaoshi/domain/annual-report/parse-cell';
import type { Place, ReadNote } from '../source-document.ts';
import type { PrintedFigure, RowReading, TableReadings } from './row-reading.ts';
import type { RowCell, TableGrid, TableRow } from './source-items.ts';

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

function fifteen(row: TableRow): Fifteen {
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
  common: Pick<RowReading, 'place' | 'flattened' | 'glued' | 'grid'>,
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

const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

/** True when the results are named in another order than on the form, as far as they are named in full. */
function resultsMoved(headers: readonly TableRow[]): boolean {
  const named = headers.flatMap(({ cells }) => cells.flatMap(({ label }) => RESULTS.indexOf(label)));
  const results = named.filter((index) => index !== -1);
  if (results.length === 0 || results.length % BLOCK !== 0) return false;
  return results.some((result, index) => result !== index % BLOCK);
}

/** True when the three blocks do not stand as on the form; which of them a figure belongs to is then unknown. */
function blocksMoved(headers: readonly TableRow[]): boolean {
  const find = (label: string): RowCell | undefined =>
    headers.flatMap(({ cells }) => cells).find((cell) => cell.label.includes(label));
  const direct = find('未经复议直接起诉');
  const after = find('复议后起诉');
  if (direct === undefined || after === undefined || direct === after) return false;
  const sameRow = headers.find(({ cells }) => cells.includes(direct) && cells.includes(after));
  if (sameRow && sameRow.cells.indexOf(direct) > sameRow.cells.indexOf(after)) return true;
  const first = sameRow?.grid.ragged === false ? headers[0]?.cells[0] : undefined;
  return first !== undefined && Math.min(direct.from, after.from) <= first.from;
}

/** The word above the blocks stands in the wrong place; the blocks below it are trusted more, but not blindly. */
function isDoubtful(headers: readonly TableRow[]): boolean {
  return headers.some(({ cells }) => {
    const reconsideration = cells.findIndex(({ label }) => label === '行政复议');
    const litigation = cells.findIndex(({ label }) => label === '行政诉讼');
    return litigation !== -1 && litigation < reconsideration;
  });
}

function doubtNote(place: Place): ReadNote {
  const message = '表四表头“行政诉讼”排在“行政复议”之前，与统一格式不同，仍按统一格式的次序归列，请核对。';
  return { kind: 'guessed', code: 'columns.headers-doubtful', message, place };
}

/**
 * Table four: the rows of fifteen figures below its headers (annual-report.md §12: the 行政诉讼 header may sit over
 * the wrong one). Figures whose headers name the results or blocks in another order are not told apart. Empty when
 * the source has no such row; a row more is a second reading.
 */
export function readTableFour(rows: readonly TableRow[], table: FormTable): TableReadings {
  const readings: RowReading[] = [];
  const notes: ReadNote[] = [];
  let headers: TableRow[] = [];
  let current: TableGrid | undefined;
  for (const row of rows) {
    if (isHeader(row)) {
      if (current !== undefined) headers = [];
      current = undefined;
      headers.push(row);
    } else if (headers.length > 0 && row.cells.length >= FEWEST_CELLS && isFigureRow(row.cells)) {
      // One more row of figures in the same table is another year's or another organ's; any other table is not it.
      if (current !== undefined && row.grid !== current) continue;
      current = row.grid;
      const found = fifteen(row);
      const moved = resultsMoved(headers) || blocksMoved(headers);
      const place = row.cells[0]?.place ?? {};
      const figures = moved ? { ...found, fit: 'unclear' as const } : found;
      const common = { place, flattened: row.grid.ragged, grid: row.grid };
      readings.push(...blocksOfFour(table, figures, common));
      if (!moved && isDoubtful(headers)) notes.push(doubtNote(place));
    }
  }
  return { rows: readings, extraRows: [], notes };
}
