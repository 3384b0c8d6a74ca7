import type { RowId, TableId } from '@zhaoshi/domain/annual-report/ids';
import { TABLE_IDS, TABLE_NAMES } from '@zhaoshi/domain/annual-report/ids';
import { parseCell } from '@zhaoshi/domain/annual-report/parse-cell';
import type { ReadNote } from '../source-document.ts';
import type { RowReading } from './row-reading.ts';
import type { TableGrid } from './source-items.ts';

export interface PickedReadings {
  /** One reading a row, in the order found. */
  readonly readings: readonly RowReading[];
  /** Rows that were found more than once. */
  readonly duplicates: ReadonlySet<RowId>;
  readonly notes: readonly ReadNote[];
}

/** Rows of the form that each table holds: the report's own table holds many, a list in the text one or two. */
function rowsPerTable(readings: readonly RowReading[]): ReadonlyMap<TableGrid, number> {
  const rows = new Map<TableGrid, Set<RowId>>();
  for (const { grid, row } of readings) {
    if (!grid) continue;
    const own = rows.get(grid);
    if (own) own.add(row.id);
    else rows.set(grid, new Set([row.id]));
  }
  return new Map([...rows].map(([grid, own]) => [grid, own.size]));
}

function isFilled({ glued, figures }: RowReading): boolean {
  if (glued !== undefined) return true;
  return figures.some((figure) => figure && parseCell(figure.text, 'count').state !== 'blank');
}

const NAMES_SHOWN = 3;

function duplicateNote(table: TableId, readings: readonly RowReading[]): ReadNote {
  const names = readings.slice(0, NAMES_SHOWN).map(({ row }) => `“${row.name}”`);
  const more = readings.length > NAMES_SHOWN ? `等${readings.length}行` : '行';
  return {
    kind: 'guessed',
    code: 'rows.duplicate',
    message: `${TABLE_NAMES[table]}${names.join('、')}${more}出现不止一次，取行数最全的表格里先出现且有数字的一行，请核对是否混有其他年度或其他表格的数字。`,
    ...(readings[0] && { place: readings[0].place }),
  };
}

/**
 * Picks one reading of each row: one that holds anything before one that does not, then that of the table with
 * most rows of the form, then one whose label was not guessed, then the first.
 */
export function pickReadings(readings: readonly RowReading[]): PickedReadings {
  const sizes = rowsPerTable(readings);
  const rank = (reading: RowReading): readonly number[] => [
    isFilled(reading) ? 1 : 0,
    (reading.grid && sizes.get(reading.grid)) ?? 0,
    reading.likeness === 'guessed' ? 0 : 1,
  ];
  const picked = new Map<RowId, RowReading>();
  const repeated = new Map<RowId, RowReading>();
  for (const reading of readings) {
    const { id } = reading.row;
    const before = picked.get(id);
    if (before === undefined || isAbove(rank(reading), rank(before))) picked.set(id, reading);
    if (before !== undefined && !repeated.has(id)) repeated.set(id, reading);
  }
  const notes = TABLE_IDS.flatMap((table) => {
    const own = [...repeated.values()].filter((reading) => reading.table === table);
    return own.length === 0 ? [] : [duplicateNote(table, own)];
  });
  return { readings: [...picked.values()], duplicates: new Set(repeated.keys()), notes };
}

function isAbove(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((score, index) => score !== b[index]);
  return at !== -1 && (a[at] ?? 0) > (b[at] ?? 0);
}
