import type { FormRow } from '@zhaoshi/domain/annual-report/forms/form';
import { TABLE_NAMES, type TableId } from '@zhaoshi/domain/annual-report/ids';
import { parseCell } from '@zhaoshi/domain/annual-report/parse-cell';
import type { ReadNote } from '../source-document.ts';
import { alignFigures } from './align-figures.ts';
import { type ColumnHeaders, headerUnit, tableThreeHeaders, tableTwoHeaders } from './column-headers.ts';
import { findRow, guessRowByLikeness, type LabelIndex, type RowMatch } from './match-row.ts';
import type { ExtraRow, RowReading, TableReadings } from './row-reading.ts';
import type { RowCell, TableGrid, TableRow } from './source-items.ts';

const isFigure = (cell: RowCell): boolean => parseCell(cell.text, 'signedCount').state === 'value';
const isGlued = (cell: RowCell): boolean => /^\d{3,40}$/.test(cell.label);

/** A figure in brackets is not the end of a label. */
const BOXED = /^\(\d+\)$/;

/** One run of digits where several figures belong: no figure starts with a zero, and the other cells are lost. */
function isGluedRow(only: RowCell, cells: number, expected: number): boolean {
  if (expected === 1 || !isGlued(only)) return false;
  return !isFigure(only) || (cells < expected && only.label.length >= expected);
}

/** Local additions are a handful; a table with more unknown rows is not looked through to its end. */
const MOST_EXTRA_ROWS = 100;

/** A label found in a row: its printed text and the cells behind it. */
interface LabelledRow {
  readonly match: RowMatch;
  readonly label: string;
  readonly rest: readonly RowCell[];
}

/** Splits a row before its first figure. */
function leadingCells(row: TableRow): readonly RowCell[] {
  const first = row.cells.findIndex((cell) => isFigure(cell) || isGlued(cell));
  return first === -1 ? row.cells : row.cells.slice(0, first);
}

/** Reads the rows of tables two and three by their labels; one object a report. */
class RowReader {
  readonly rows: RowReading[] = [];
  readonly extraRows: ExtraRow[] = [];
  readonly notes: ReadNote[] = [];
  private readonly index: LabelIndex;
  private readonly headersOfThree = new Map<TableGrid, ColumnHeaders | undefined>();
  private readonly reportTables = new Map<TableGrid, TableId | undefined>();
  private readonly noted = new Set<TableId>();
  private headerOfTwo: TableRow | undefined;
  /** A label whose figures have not come yet: it was cut from them by a page break. */
  private waiting: readonly RowCell[] | undefined;

  constructor(index: LabelIndex) {
    this.index = index;
  }

  read(row: TableRow): void {
    const leading = leadingCells(row);
    const hasFigures = leading.length < row.cells.length;
    const found = this.labelled(row, leading, hasFigures);
    const labels = leading.filter(({ label }) => label !== '');
    if (found && found.rest.length > 0) {
      if (this.waiting && this.isBlankHalf(found)) this.rows.pop();
      const maybeHalf = !hasFigures && found.match.likeness !== 'same';
      this.waiting = maybeHalf ? labels : undefined;
      this.add(found, row);
      return;
    }
    if (hasFigures) {
      this.waiting = undefined;
      this.addExtra(row, labels);
      return;
    }
    if (labels.some(({ label }) => label === '信息内容')) this.headerOfTwo = row;
    if (labels.length > 0 && !this.endsLastLabel(labels)) this.waiting = labels;
  }

  private labelled(row: TableRow, leading: readonly RowCell[], hasFigures: boolean): LabelledRow | undefined {
    return (
      this.byOwnLabel(row, leading) ??
      this.byCutLabel(row, leading, hasFigures) ??
      (hasFigures ? (this.byContext(row, leading) ?? this.byLikeness(row, leading)) : undefined)
    );
  }

  /** The rightmost cell, or two neighbouring cells together, that name a row. */
  private byOwnLabel(row: TableRow, leading: readonly RowCell[]): LabelledRow | undefined {
    for (let last = leading.length - 1; last >= 0; last--) {
      const cell = leading[last];
      if (cell === undefined || cell.label === '') continue;
      const before = leading[last - 1];
      const rest = row.cells.slice(last + 1);
      const own = findRow(cell.label, this.index);
      if (own) return { match: own, label: cell.text, rest };
      const joined = before && !BOXED.test(cell.label) && findRow(before.label + cell.label, this.index);
      if (joined) return { match: joined, label: before.text + cell.text, rest };
    }
    return undefined;
  }

  /** The label began in the row above, which has no figures of its own. */
  private byCutLabel(
    row: TableRow,
    leading: readonly RowCell[],
    hasFigures: boolean,
  ): LabelledRow | undefined {
    const above = this.waiting?.at(-1);
    if (above === undefined || !hasFigures) return undefined;
    const own = leading.findLastIndex(({ label }) => label !== '');
    const text = own === -1 ? above.text : `${above.text}${leading[own]?.text ?? ''}`;
    const label = own === -1 ? above.label : `${above.label}${leading[own]?.label ?? ''}`;
    const match = findRow(label, this.index);
    return match && { match, label: text, rest: row.cells.slice(own + 1) };
  }

  /** “其他” and “总计” without numbers: rows only in table three, with table three's figures behind them. */
  private byContext(row: TableRow, leading: readonly RowCell[]): LabelledRow | undefined {
    const own = leading.findLastIndex(({ label }) => label !== '');
    const cell = leading[own];
    const previous = this.rows.at(-1);
    if (cell === undefined || previous?.table !== 't3' || row.cells.length - own <= 6) return undefined;
    const words = cell.label.replace(/^\W*\d?\.?/, '');
    const label = words === '总计' ? '(七)总计' : words === '其他' ? '3.其他' : '';
    const match = findRow(label, this.index) ?? findRow(label && '(六)其他', this.index);
    if (!match) return undefined;
    return { match: { ...match, likeness: 'guessed' }, label: cell.text, rest: row.cells.slice(own + 1) };
  }

  private byLikeness(row: TableRow, leading: readonly RowCell[]): LabelledRow | undefined {
    const own = leading.findLastIndex(({ label }) => label !== '');
    const cell = leading[own] ?? row.covering.at(-1);
    if (cell === undefined) return undefined;
    const match = findRow(cell.label, this.index) ?? guessRowByLikeness(cell.label, this.index);
    return match && { match, label: cell.text, rest: row.cells.slice(own + 1) };
  }

  /** True when the row last read is the upper, blank half of this one: a page break ran through its label. */
  private isBlankHalf({ match }: LabelledRow): boolean {
    const previous = this.rows.at(-1);
    return (
      previous?.row.id === match.row.id &&
      previous.figures.every((figure) => figure === undefined || figure.text.trim() === '')
    );
  }

  /** True when the words are the end of the label last read, carried over to the next page. */
  private endsLastLabel(labels: readonly RowCell[]): boolean {
    const previous = this.rows.at(-1);
    const [only] = labels;
    if (previous === undefined || only === undefined || labels.length > 1) return false;
    return previous.likeness === 'guessed' && previous.row.label.endsWith(only.text.trim());
  }

  private headers(row: TableRow, formRow: FormRow): ColumnHeaders | undefined {
    if (formRow.id.startsWith('t2.')) return tableTwoHeaders(this.headerOfTwo, formRow.columns);
    const { grid } = row;
    if (!this.headersOfThree.has(grid)) this.headersOfThree.set(grid, this.findHeadersOfThree(grid));
    return this.headersOfThree.get(grid);
  }

  /** A table without headers goes on with those of the table before it, which matter when they are moved. */
  private findHeadersOfThree(grid: TableGrid): ColumnHeaders | undefined {
    const own = tableThreeHeaders(grid);
    if (own) return own;
    const [above, headers] = [...this.headersOfThree].at(-1) ?? [];
    if (!above || !headers || headers.inOrder) return undefined;
    return above.columns === grid.columns ? headers : { inOrder: false, ranges: [undefined] };
  }

  private add({ match, label, rest }: LabelledRow, source: TableRow): void {
    const { row } = match;
    const expected = row.columns.length;
    const place = rest[0]?.place ?? source.cells[0]?.place ?? {};
    const amount = row.columns.find(({ type }) => type === 'amountWan' || type === 'amountWithUnit');
    const unit = amount && headerUnit(this.headerOfTwo, amount);
    const common = {
      table: match.table,
      row,
      label,
      likeness: match.likeness,
      place,
      flattened: source.grid.ragged,
      grid: source.grid,
      ...(unit !== undefined && { unit }),
    };
    const filled = rest.filter((cell) => cell.label !== '');
    const [only] = filled;
    if (filled.length === 1 && only && isGluedRow(only, rest.length, expected)) {
      this.rows.push({ ...common, fit: 'glued', glued: only.text, figures: [] });
      return;
    }
    const headers = this.headers(source, row);
    const aligned = alignFigures(rest, expected, headers);
    if (headers && aligned.fit === 'exact') this.noteHeaders(match, headers);
    const labelEnd = source.cells[source.cells.length - rest.length - 1]?.to ?? 0;
    const reachedFromAbove = source.covering.some((cell) => cell.from >= labelEnd && isFigure(cell));
    this.rows.push({ ...common, fit: aligned.fit, figures: aligned.cells, reachedFromAbove });
  }

  /** Says once a table that its columns are not those of the form. */
  private noteHeaders({ table, row }: RowMatch, { ranges, inOrder }: ColumnHeaders): void {
    const missing = row.columns.filter((_, index) => ranges[index] === undefined);
    const isPartial = missing.length > 0 && missing.length < ranges.length;
    if (this.noted.has(table) || (inOrder && !isPartial)) return;
    this.noted.add(table);
    const name = TABLE_NAMES[table];
    const message = inOrder
      ? `${name}的表头没有${missing.map(({ label }) => `“${label}”`).join('、')}，该列按位置归列或按空白处理，请核对。`
      : `${name}各列的次序与统一格式不同，已按表头归列，请核对。`;
    this.notes.push({
      kind: 'guessed',
      code: inOrder ? 'columns.header-missing' : 'columns.moved',
      message,
    });
  }

  private addExtra(row: TableRow, labels: readonly RowCell[]): void {
    const label = labels.at(-1);
    const previous = this.rows.at(-1);
    // Figures without a label are table four, or nothing that a label could explain.
    if (label === undefined || row.cells.length > 12 || this.extraRows.length >= MOST_EXTRA_ROWS) return;
    const table = previous?.grid === row.grid ? previous.table : this.tableOf(row.grid);
    if (table !== undefined) this.extraRows.push({ table, label: label.text, place: label.place });
  }

  /** The table of the form whose rows a table holds; none for a table that is not the report's. */
  private tableOf(grid: TableGrid): TableId | undefined {
    if (!this.reportTables.has(grid)) {
      const labels = grid.rows.flatMap(({ cells }) => cells.map(({ label }) => label));
      const known = labels.find((label) => findRow(label, this.index) !== undefined);
      this.reportTables.set(grid, known === undefined ? undefined : findRow(known, this.index)?.table);
    }
    return this.reportTables.get(grid);
  }
}

/** Reads every row of tables two and three that the source prints in a table, in the order found. */
export function readRows(rows: readonly TableRow[], index: LabelIndex): TableReadings {
  const reader = new RowReader(index);
  for (const row of rows) reader.read(row);
  return { rows: reader.rows, extraRows: reader.extraRows, notes: reader.notes };
}
