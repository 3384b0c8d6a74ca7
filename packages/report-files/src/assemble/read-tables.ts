import type { FormTable } from '@zhaoshi/domain/annual-report/forms/form';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import type { RowId, SectionId, TableId } from '@zhaoshi/domain/annual-report/ids';
import type { ReadNote } from '../source-document.ts';
import { type GluedTable, gluedRows, gluedTableFour } from './glued-tables.ts';
import { labelIndex } from './match-row.ts';
import type { Outline, OutlinePart } from './outline.ts';
import { readRows } from './read-rows.ts';
import type { ExtraRow, RowReading } from './row-reading.ts';
import type { TextItem } from './source-items.ts';
import { onlySplit, type Split } from './split-glued.ts';
import { splitTableThree } from './split-rows.ts';
import { type FormHints, formByYear, tableForms } from './table-forms.ts';
import { readTableFour } from './table-four.ts';

export interface FoundTables {
  readonly tables: Readonly<Record<TableId, FormTable>>;
  readonly readings: readonly RowReading[];
  readonly extraRows: readonly ExtraRow[];
  readonly splits: ReadonlyMap<RowId, Split>;
  readonly notes: readonly ReadNote[];
  /** Paragraphs that are tables in running text. */
  readonly tableTexts: ReadonlySet<TextItem>;
}

const SECTION_OF: Readonly<Record<TableId, SectionId>> = { t2: 's2', t3: 's3', t4: 's4' };
const TEXT_SECTIONS: ReadonlySet<SectionId> = new Set(['s1', 's5', 's6']);

/** Where a table may stand as running text: its own part, or, where that is not headed, all that is not prose. */
function textsFor(table: TableId, { preamble, parts }: Outline): readonly TextItem[] {
  const own = parts.filter(({ section }) => section === SECTION_OF[table]);
  if (own.length > 0) return linesOf(own);
  if (parts.length === 0) return preamble;
  return linesOf(parts.filter(({ section }) => !TEXT_SECTIONS.has(section)));
}

const linesOf = (parts: readonly OutlinePart[]): readonly TextItem[] => parts.flatMap(({ lines }) => lines);

function splitsOf(
  tables: Readonly<Record<TableId, FormTable>>,
  readings: readonly RowReading[],
): ReadonlyMap<RowId, Split> {
  const splits = new Map<RowId, Split>();
  const threes = new Map<RowId, string>();
  const known = new Map<RowId, readonly number[]>();
  for (const { table, row, glued, figures } of readings) {
    if (table === 't3' && glued === undefined) {
      const printed = figures.map((figure) => Number(figure?.text.trim() || Number.NaN));
      if (printed.every((figure) => !Number.isNaN(figure))) known.set(row.id, printed);
    }
    if (glued === undefined) continue;
    const run = glued.replace(/\s+/g, '');
    if (table === 't3') threes.set(row.id, run);
    if (table === 't2') {
      const split = onlySplit({ run, types: row.columns.map(({ type }) => type) });
      if (split) splits.set(row.id, split);
    }
  }
  for (const [id, split] of splitTableFour(tables.t4, readings)) splits.set(id, split);
  for (const [id, split] of splitTableThree(tables.t3, threes, known)) splits.set(id, split);
  return splits;
}

const BLOCK = 5;

/** Fifteen glued figures: the only way to write them, else the only way in which each block adds up. */
function splitTableFour(table: FormTable, readings: readonly RowReading[]): ReadonlyMap<RowId, Split> {
  const run = readings.find((reading) => reading.table === 't4')?.glued?.replace(/\s+/g, '');
  if (run === undefined) return new Map();
  const types = table.cells.map(({ column }) => column.type);
  const split = onlySplit({ run, types, sums: [BLOCK, BLOCK, BLOCK] }) ?? onlySplit({ run, types });
  if (split === undefined) return new Map();
  return new Map(table.rows.map(({ id }, index) => [id, split.slice(index * BLOCK, (index + 1) * BLOCK)]));
}

/** Reads the three tables from grids, and from running text where no grid holds them. */
export function readTables(outline: Outline, hints: FormHints): FoundTables {
  const texts = [...textsFor('t2', outline), ...textsFor('t3', outline)];
  const forms = tableForms(outline.rows, texts, hints);
  const tables = {
    t2: formTable('t2', forms.t2),
    t3: formTable('t3', forms.t3),
    t4: formTable('t4', hints.formVersion ?? formByYear(hints.reportYear)),
  };
  const fromRows = readRows(outline.rows, labelIndex(forms));
  const fours = readTableFour(outline.rows, tables.t4);
  const readings = [...fromRows.rows, ...fours.rows];
  const tableTexts = new Set<TextItem>();
  for (const table of ['t2', 't3', 't4'] as const) {
    if (readings.some((reading) => reading.table === table)) continue;
    const items = textsFor(table, outline);
    const glued: GluedTable =
      table === 't4' ? gluedTableFour(items, tables.t4) : gluedRows(items, tables[table]);
    for (const reading of glued.rows) readings.push(reading);
    for (const index of glued.used) {
      const item = items[index];
      if (item) tableTexts.add(item);
    }
  }
  return {
    tables,
    readings,
    extraRows: fromRows.extraRows,
    notes: [...fromRows.notes, ...fours.notes],
    splits: splitsOf(tables, readings),
    tableTexts,
  };
}
