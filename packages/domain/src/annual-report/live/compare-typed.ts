import { differenceExact } from '../../kernel/decimal.ts';
import { quantityOf } from '../amounts.ts';
import { tablesOf } from '../forms/registry.ts';
import { type CellId, TABLE_IDS } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import type { CountedCells } from '../rules/register-facts.ts';

/** A typed figure beside what the register counts. */
export interface TypedCell {
  readonly cell: CellId;
  /** Name for a reader. */
  readonly name: string;
  /** Money in 万元; `null`: blank, words, or an amount of unknown unit. */
  readonly typed: number | null;
  readonly counted: number;
  /** typed − counted; `null` without a typed figure. */
  readonly difference: number | null;
}

/**
 * Every cell of the report's forms that a register counts, the typed figure beside the counted one. What disagrees has
 * a difference other than 0 (annual-report.md §9.7); a blank disagrees with nothing.
 */
export function compareTyped(
  report: Pick<AnnualReport, 'tableForms' | 'cells'>,
  counted: CountedCells,
): readonly TypedCell[] {
  return tablesOf(report).flatMap(({ cells }) =>
    cells.flatMap((form): TypedCell[] => {
      const count = counted[form.id];
      if (count === undefined) return [];
      const printed = report.cells[form.id];
      const typed = (printed && quantityOf(form, printed)?.value) ?? null;
      const difference = typed === null ? null : differenceExact(typed, count);
      return [{ cell: form.id, name: form.name, typed, counted: count, difference }];
    }),
  );
}

/**
 * The counts of those tables whose register holds anything for the year: who keeps none types the figures and has
 * nothing to disagree with.
 */
export function ofKeptRegisters(counted: CountedCells): Readonly<Record<string, number>> {
  const counts = Object.entries(counted).filter((one): one is [string, number] => one[1] !== undefined);
  const kept = TABLE_IDS.filter((table) =>
    counts.some(([cell, count]) => cell.startsWith(`${table}.`) && count > 0),
  );
  return Object.fromEntries(counts.filter(([cell]) => kept.some((table) => cell.startsWith(`${table}.`))));
}
