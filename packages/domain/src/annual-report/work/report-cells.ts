import { sumExact } from '../../kernel/decimal.ts';
import { withoutUnseen } from '../../kernel/unseen.ts';
import type { FormTable } from '../forms/form.ts';
import { formTable } from '../forms/registry.ts';
import { type CellId, cellId, type FormVersion, TABLE_IDS, type TableId } from '../ids.ts';
import { parseCell } from '../parse-cell.ts';
import type { CellValue, CellValues } from '../report.ts';
import type { CountedCells } from '../rules/register-facts.ts';
import type { ReportDraft } from './report-draft.ts';

const BLANK: CellValue = { state: 'blank', value: null, raw: '' };

const valueOf = (value: number): CellValue => ({ state: 'value', value, raw: String(value) });

/** The cells whose sum another cell is by the form: totals are computed at entry, never typed (annual-report.md §5.3). */
function partsOfTotals({ table, rows }: FormTable): readonly (readonly [CellId, readonly CellId[]])[] {
  if (table === 't2') return [];
  const totals: (readonly [CellId, readonly CellId[]])[] = [];
  const leaves = rows.filter(({ kind }) => kind === 'leaf');
  for (const row of rows) {
    if (row.kind === 'total') {
      for (const { id } of row.columns) {
        if (id !== 'total') totals.push([cellId(row.id, id), leaves.map((leaf) => cellId(leaf.id, id))]);
      }
    }
    const parts = row.columns.flatMap(({ id }) => (id === 'total' ? [] : [cellId(row.id, id)]));
    totals.push([cellId(row.id, 'total'), parts]);
  }
  return totals;
}

const TOTALS: Readonly<Record<FormVersion, readonly (readonly [CellId, readonly CellId[]])[]>> = {
  '2019': TABLE_IDS.flatMap((table) => partsOfTotals(formTable(table, '2019'))),
  '2021': TABLE_IDS.flatMap((table) => partsOfTotals(formTable(table, '2021'))),
};

const COMPUTED: Readonly<Record<FormVersion, ReadonlySet<CellId>>> = {
  '2019': new Set(TOTALS['2019'].map(([total]) => total)),
  '2021': new Set(TOTALS['2021'].map(([total]) => total)),
};

/** Whether the cell is a total, which nobody types. */
export const isComputed = (cell: CellId, version: FormVersion): boolean => COMPUTED[version].has(cell);

const isTypedTable = (cell: CellId, { sources }: ReportDraft): boolean =>
  sources[cell.slice(0, 2) as TableId] === 'typed';

function baseCell(
  { id, type }: { readonly id: CellId; readonly type: Parameters<typeof parseCell>[1] },
  draft: ReportDraft,
  counted: CountedCells,
): CellValue {
  const known = isTypedTable(id, draft) ? undefined : counted[id];
  const cell = known === undefined ? parseCell(withoutUnseen(draft.typed[id] ?? ''), type) : valueOf(known);
  const footnote = withoutUnseen(draft.footnotes[id] ?? '');
  return footnote === '' ? cell : { ...cell, footnote };
}

/** The sum of the parts; blank while one of them has no figure. */
function totalOf(cells: CellValues, parts: readonly CellId[]): CellValue {
  const figures = parts.map((part) => cells[part]?.value ?? null);
  return figures.some((figure) => figure === null)
    ? BLANK
    : valueOf(sumExact(figures.filter((figure) => figure !== null)));
}

/**
 * Every cell of the form: what the registers know, else what was typed; of a typed table only what was typed. Totals
 * of typed tables are computed. A counted table keeps its own totals: they are counted like any other cell.
 */
export function reportCells(
  version: FormVersion,
  draft: ReportDraft,
  counted: CountedCells,
): Readonly<Record<CellId, CellValue>> {
  const cells: Record<CellId, CellValue> = {};
  for (const table of TABLE_IDS) {
    for (const { id, column } of formTable(table, version).cells) {
      cells[id] = baseCell({ id, type: column.type }, draft, counted);
    }
  }
  for (const [total, parts] of TOTALS[version]) {
    if (isTypedTable(total, draft) || counted[total] === undefined) {
      const { footnote } = cells[total] ?? BLANK;
      cells[total] = { ...totalOf(cells, parts), ...(footnote !== undefined && { footnote }) };
    }
  }
  return cells;
}
