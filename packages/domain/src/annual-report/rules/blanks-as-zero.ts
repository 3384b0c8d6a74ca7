import { isEmpty } from '../figures.ts';
import { tablesOf } from '../forms/registry.ts';
import type { CellId } from '../ids.ts';
import type { AnnualReport, CellValue } from '../report.ts';
import type { CheckContext } from './rule.ts';

/** A context in which empty cells read 0 (mode Z), and the cells of this report that were taken so. */
export interface AssumedZeros {
  readonly context: CheckContext;
  readonly assumed: ReadonlySet<CellId>;
}

function zeroed(report: AnnualReport): { readonly report: AnnualReport; readonly assumed: Set<CellId> } {
  const cells: Partial<Record<CellId, CellValue>> = { ...report.cells };
  const assumed = new Set<CellId>();
  for (const { id } of tablesOf(report).flatMap((table) => table.cells)) {
    if (!isEmpty(cells[id])) continue;
    cells[id] = { state: 'value', value: 0, raw: cells[id]?.raw ?? '' };
    assumed.add(id);
  }
  return { report: { ...report, cells }, assumed };
}

/** Only for imports of old reports, where a blank meant 0; both years are read so. */
export function assumeZeros(context: CheckContext): AssumedZeros {
  const { report, assumed } = zeroed(context.report);
  const previous = context.previous && zeroed(context.previous).report;
  return { context: { ...context, report, ...(previous && { previous }) }, assumed };
}
