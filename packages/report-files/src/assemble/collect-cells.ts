import type { FormColumn } from '@zhaoshi/domain/annual-report/forms/form';
import { type CellId, cellId, type RowId, TABLE_NAMES } from '@zhaoshi/domain/annual-report/ids';
import { parseCell } from '@zhaoshi/domain/annual-report/parse-cell';
import type { CellValue } from '@zhaoshi/domain/annual-report/report';
import type { Place, ReadNote } from '../source-document.ts';
import { pickReadings } from './pick-readings.ts';
import type { RowReading } from './row-reading.ts';
import type { Split } from './split-glued.ts';

/** Cells of a report while they are collected from rows. */
export interface CollectedCells {
  readonly cells: Readonly<Partial<Record<CellId, CellValue>>>;
  readonly provenance: Readonly<Partial<Record<CellId, Place>>>;
  readonly notes: readonly ReadNote[];
  /** Rows that were found more than once. */
  readonly duplicates: ReadonlySet<RowId>;
}

const blankCell: CellValue = { state: 'blank', value: null, raw: '' };

const rowName = (reading: RowReading): string => `${TABLE_NAMES[reading.table]}“${reading.row.name}”行`;

const columnNames = (columns: readonly FormColumn[]): string =>
  columns.map(({ label }) => `“${label}”`).join('、');

/** Rows whose figures are kept as printed, because it is not known which belongs where. */
const UNREADABLE: ReadonlySet<RowReading['fit']> = new Set(['glued', 'excess', 'unclear']);

/** Values of a reading, one a column. */
function valuesOf(reading: RowReading, split: Split | undefined): readonly CellValue[] {
  const { columns } = reading.row;
  if (split) {
    return columns.map((column, index): CellValue => {
      const raw = split[index] ?? '';
      return { ...parseCell(raw, column.type), state: 'derived' };
    });
  }
  if (UNREADABLE.has(reading.fit)) {
    const raw = reading.glued ?? reading.figures.map((figure) => figure?.text ?? '').join(' ');
    return columns.map((): CellValue => ({ state: 'text', value: null, raw }));
  }
  return columns.map((column, index) => {
    const figure = reading.figures[index];
    return figure === undefined ? blankCell : withUnit(parseCell(figure.text, column.type), column, reading);
  });
}

/** An amount takes the unit of its header, unless its own cell prints one or it is the form's. */
function withUnit(value: CellValue, { type }: FormColumn, { unit }: RowReading): CellValue {
  const isOther = type === 'amountWithUnit' || (type === 'amountWan' && unit !== '万元');
  if (unit === undefined || !isOther || value.state !== 'value' || value.unit !== undefined) return value;
  return { ...value, unit };
}

function fitNote(
  reading: RowReading,
  split: Split | undefined,
  values: readonly CellValue[],
): ReadNote | undefined {
  const { place } = reading;
  const row = rowName(reading);
  if (split) {
    const how = reading.table === 't2' ? '只有一种写法，' : '按勾稽关系';
    return {
      kind: 'guessed',
      code: 'cells.split',
      message: `${row}的数字连成一串“${reading.glued ?? ''}”，${how}拆为 ${split.join('、')}，标为推导值。`,
      place,
    };
  }
  if (reading.fit === 'glued') {
    return {
      kind: 'notUnderstood',
      code: 'cells.not-split',
      message: `${row}的数字连成一串“${reading.glued ?? ''}”，拆法不唯一，未读成数字，请对照原文填写。`,
      place,
    };
  }
  if (reading.fit === 'excess') {
    return {
      kind: 'notUnderstood',
      code: 'cells.too-many',
      message: `${row}的数字多于${reading.row.columns.length}个，无法判断各属哪一列，未读成数字，请对照原文填写。`,
      place,
    };
  }
  if (reading.fit === 'unclear') {
    return {
      kind: 'notUnderstood',
      code: 'cells.columns-unclear',
      message: `${row}的数字与统一格式的表头对不上，无法判断各属哪一列，未读成数字，请对照原文填写。`,
      place,
    };
  }
  if (reading.fit === 'exact') return undefined;
  const printed = values.filter(({ state }) => state !== 'blank').length;
  const empty = reading.row.columns.filter((_, index) => values[index]?.state === 'blank');
  return {
    kind: 'guessed',
    code: 'cells.row-short',
    message: `${row}只印有${printed}个数，已按次序归列，${columnNames(empty)}格按空白处理；该行可能缺了一列，请对照原文。`,
    place,
  };
}

function textNotes(reading: RowReading, values: readonly CellValue[]): readonly ReadNote[] {
  if (UNREADABLE.has(reading.fit)) return [];
  return values.flatMap((value, index) => {
    const column = reading.row.columns[index];
    if (value.state !== 'text' || column === undefined) return [];
    const place = reading.figures[index]?.place ?? reading.place;
    return {
      kind: 'notUnderstood' as const,
      code: 'cells.words',
      message: `${rowName(reading)}${columnNames([column])}格读不出数字，原文照录。`,
      place,
    };
  });
}

function labelNote(reading: RowReading): ReadNote | undefined {
  const label = reading.label.replace(/\s+/g, '');
  const row = `${TABLE_NAMES[reading.table]}“${reading.row.label}”`;
  if (reading.likeness === 'guessed') {
    return {
      kind: 'guessed',
      code: 'labels.guessed',
      message: `行名“${label}”与统一格式不同，按相近程度认作${row}，请核对。`,
      place: reading.place,
    };
  }
  if (reading.likeness === 'accepted') {
    return {
      kind: 'normalised',
      code: 'labels.accepted',
      message: `行名“${label}”认作${row}。`,
      place: reading.place,
    };
  }
  return undefined;
}

/** Digits apart from each other are one figure in a narrow cell, but may be two in a wide one. */
const APART = /[\d０-９]\s+[\d０-９]/;

function doubtNotes(reading: RowReading, values: readonly CellValue[]): readonly ReadNote[] {
  const notes: ReadNote[] = [];
  const apart = reading.row.columns.filter((_, index) => {
    const value = values[index];
    return value?.state === 'value' && APART.test(value.raw.trim());
  });
  if (apart.length > 0) {
    notes.push({
      kind: 'guessed',
      code: 'cells.digits-joined',
      message: `${rowName(reading)}${columnNames(apart)}格的数字中间有空格或换行，已连读为一个数，请核对。`,
      place: reading.place,
    });
  }
  if (reading.reachedFromAbove === true) {
    notes.push({
      kind: 'guessed',
      code: 'cells.merged-down',
      message: `${rowName(reading)}有数字格与上一行合并，该数只计入上一行，本行按空白处理，请核对。`,
      place: reading.place,
    });
  }
  return notes;
}

/** Turns rows into cells, one reading a row. */
export function collectCells(
  found: readonly RowReading[],
  splits: ReadonlyMap<RowId, Split>,
): CollectedCells {
  const cells: Partial<Record<CellId, CellValue>> = {};
  const provenance: Partial<Record<CellId, Place>> = {};
  const picked = pickReadings(found);
  const notes: ReadNote[] = [...picked.notes];
  for (const reading of picked.readings) {
    const { row } = reading;
    const split = reading.fit === 'glued' ? splits.get(row.id) : undefined;
    const values = valuesOf(reading, split);
    for (const [index, column] of row.columns.entries()) {
      const id = cellId(row.id, column.id);
      cells[id] = values[index] ?? blankCell;
      provenance[id] = reading.figures[index]?.place ?? reading.place;
    }
    for (const note of [labelNote(reading), fitNote(reading, split, values)]) if (note) notes.push(note);
    notes.push(...textNotes(reading, values), ...doubtNotes(reading, values));
  }
  return { cells, provenance, notes, duplicates: picked.duplicates };
}
