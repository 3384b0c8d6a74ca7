import type { CellId, FormVersion, TableId } from '../ids.ts';
import { formTable } from './registry.ts';

/** 30号 split （六）其他处理 of 60号 into three rows; together they mean the one. */
const SPLIT_ROW = 't3.otherHandling';
const ITS_PARTS = [
  't3.otherHandling.correctionLapsed',
  't3.otherHandling.feeUnpaid',
  't3.otherHandling.other',
] as const;

/**
 * For each cell of a table on one form, the cells of the other form that together mean the same: the same cell,
 * the three parts of a row that was split, or none. Cells with one id mean the same on both forms; figures that
 * were defined anew (件数 of documents, amount instead of number of fees) have other ids.
 */
function sameMeaning(
  table: TableId,
  of: FormVersion,
  on: FormVersion,
): ReadonlyMap<CellId, readonly CellId[]> {
  const there = new Set(formTable(table, on).cells.map(({ id }) => id));
  return new Map(
    formTable(table, of).cells.map(({ id, row, column }) => {
      if (there.has(id)) return [id, [id]];
      if (row.id !== SPLIT_ROW) return [id, []];
      return [id, ITS_PARTS.map((part): CellId => `${part}/${column.id}`)];
    }),
  );
}

type ByVersion<T> = Readonly<Record<FormVersion, T>>;
type Meanings = ByVersion<ByVersion<ReadonlyMap<CellId, readonly CellId[]>>>;

function meanings(table: TableId): Meanings {
  const on = (of: FormVersion) => ({
    '2019': sameMeaning(table, of, '2019'),
    '2021': sameMeaning(table, of, '2021'),
  });
  return { '2019': on('2019'), '2021': on('2021') };
}

const MEANINGS: Readonly<Record<TableId, Meanings>> = {
  t2: meanings('t2'),
  t3: meanings('t3'),
  t4: meanings('t4'),
};

/** By cell of the form `of`: the cells of the form `on` that together mean the same; empty when none do. */
export function cellsOfSameMeaning(
  table: TableId,
  of: FormVersion,
  on: FormVersion,
): ReadonlyMap<CellId, readonly CellId[]> {
  return MEANINGS[table][of][on];
}
