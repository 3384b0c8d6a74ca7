import { differenceExact, sumExact } from '../../kernel/decimal.ts';
import { quantityOf } from '../amounts.ts';
import type { FormCell } from '../forms/form.ts';
import { cellName, formCell, formTable } from '../forms/registry.ts';
import { cellsOfSameMeaning } from '../forms/same-meaning.ts';
import { type CellId, type FormVersion, TABLE_IDS, type TableId } from '../ids.ts';
import type { AnnualReport, CellValue } from '../report.ts';

/** One report's side of a comparison. */
export interface ComparedSide {
  /** The cells that make the figure: one, or the three rows into which （六）其他处理 was split. */
  readonly cells: readonly CellId[];
  /** The figure, money in 万元; `null` when there is none that could be compared. */
  readonly value: number | null;
  /** `absent`: the source does not have the cell · `unitUnknown`: an amount that does not say in what. */
  readonly state: CellValue['state'] | 'absent' | 'unitUnknown';
  /** The characters of the source; parts of a sum are joined by “+”. */
  readonly raw: string;
}

/**
 * - `equal`, `changed`: both figures stand there
 * - `filledIn`, `emptied`: only b, only a has a figure; a blank is not a zero
 * - `noFigures`: neither has one
 * - `onlyInA`, `onlyInB`: the other report's form has no cell of this meaning, or it lacks the table
 */
export type CellChange = 'equal' | 'changed' | 'filledIn' | 'emptied' | 'noFigures' | 'onlyInA' | 'onlyInB';

export interface CellComparison {
  /** The cell as the reader knows it; where three cells stand against one, the one. */
  readonly cell: CellId;
  readonly name: string;
  readonly change: CellChange;
  readonly a: ComparedSide | null;
  readonly b: ComparedSide | null;
  /** b − a, `null` unless both have a figure. */
  readonly difference: number | null;
  /** b ÷ a, `null` unless both have a figure and a is not 0. */
  readonly ratio: number | null;
}

/** Cells of two forms that together mean the same; an empty side has no such cell. */
interface Counterparts {
  readonly a: readonly CellId[];
  readonly b: readonly CellId[];
}

function counterparts(
  table: TableId,
  versionA: FormVersion | undefined,
  versionB: FormVersion | undefined,
): readonly Counterparts[] {
  const idsOf = (version: FormVersion | undefined) =>
    version === undefined ? [] : formTable(table, version).cells.map(({ id }) => id);
  const inB = versionA && versionB && cellsOfSameMeaning(table, versionA, versionB);
  const inA = versionA && versionB && cellsOfSameMeaning(table, versionB, versionA);
  const taken = new Set<CellId>();
  const pairs: Counterparts[] = [];
  const pair = (a: readonly CellId[], b: readonly CellId[]) => {
    if ([...a, ...b].some((id) => taken.has(id))) return;
    for (const id of [...a, ...b]) taken.add(id);
    pairs.push({ a, b });
  };
  // Sums of several cells first, so that their parts are not listed once more on their own.
  for (const [id, parts] of inB ?? []) if (parts.length > 1) pair([id], parts);
  for (const [id, parts] of inA ?? []) if (parts.length > 1) pair(parts, [id]);
  for (const id of idsOf(versionA)) pair([id], inB?.get(id) ?? []);
  for (const id of idsOf(versionB)) pair([], [id]);
  return inFormOrder(pairs, [...idsOf(versionA), ...idsOf(versionB)]);
}

function inFormOrder(pairs: readonly Counterparts[], ids: readonly CellId[]): readonly Counterparts[] {
  const place = new Map(ids.toReversed().map((id, index) => [id, ids.length - 1 - index]));
  const placeOf = ({ a, b }: Counterparts) => place.get(a[0] ?? b[0] ?? 't2./') ?? 0;
  return pairs.toSorted((left, right) => placeOf(left) - placeOf(right));
}

function part(report: AnnualReport, form: FormCell | undefined, id: CellId): Omit<ComparedSide, 'cells'> {
  const cell = report.cells[id];
  if (cell === undefined || form === undefined) return { value: null, state: 'absent', raw: '' };
  const { raw, state } = cell;
  if (cell.value === null) return { value: null, state, raw };
  const quantity = quantityOf(form, cell);
  return quantity === undefined
    ? { value: null, state: 'unitUnknown', raw }
    : { value: quantity.value, state, raw };
}

function sideOf(report: AnnualReport, table: TableId, cells: readonly CellId[]): ComparedSide | null {
  const version = report.tableForms[table];
  if (version === undefined || cells.length === 0) return null;
  const parts = cells.map((id) => part(report, formCell(version, id), id));
  const values = parts.flatMap(({ value }) => (value === null ? [] : [value]));
  const lacking = parts.find(({ value }) => value === null);
  return {
    cells,
    value: lacking === undefined ? sumExact(values) : null,
    state: lacking?.state ?? (parts.some(({ state }) => state === 'derived') ? 'derived' : 'value'),
    raw: parts.map(({ raw }) => raw).join('+'),
  };
}

function changeOf(a: ComparedSide | null, b: ComparedSide | null): CellChange {
  if (b === null) return 'onlyInA';
  if (a === null) return 'onlyInB';
  if (a.value === null) return b.value === null ? 'noFigures' : 'filledIn';
  if (b.value === null) return 'emptied';
  return a.value === b.value ? 'equal' : 'changed';
}

function compare(a: ComparedSide | null, b: ComparedSide | null): CellComparison | undefined {
  const cell = a?.cells.length === 1 ? a.cells[0] : (b?.cells[0] ?? a?.cells[0]);
  if (cell === undefined) return undefined;
  const [left, right] = [a?.value ?? null, b?.value ?? null];
  const both = left !== null && right !== null;
  return {
    cell,
    name: cellName(cell),
    change: changeOf(a, b),
    a,
    b,
    difference: both ? differenceExact(right, left) : null,
    ratio: both && left !== 0 ? right / left : null,
  };
}

/**
 * Every cell of two reports side by side, in form order, `a` usually the earlier one. Reports on different forms
 * are compared only where cells mean the same. Nothing is judged.
 */
export function compareCells(a: AnnualReport, b: AnnualReport): readonly CellComparison[] {
  return TABLE_IDS.flatMap((table) =>
    counterparts(table, a.tableForms[table], b.tableForms[table]).flatMap(
      (ids) => compare(sideOf(a, table, ids.a), sideOf(b, table, ids.b)) ?? [],
    ),
  );
}
