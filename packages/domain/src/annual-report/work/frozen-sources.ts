import { TABLE_IDS, type TableId } from '../ids.ts';
import { compareTyped } from '../live/compare-typed.ts';
import type { AnnualReport } from '../report.ts';
import type { CountedCells } from '../rules/register-facts.ts';
import type { ReportDraft } from './report-draft.ts';

/** Whether a typed table prints just what its register holds, and that is something. */
function saysWhatIsCounted(
  table: TableId,
  report: Pick<AnnualReport, 'tableForms' | 'cells'>,
  counted: CountedCells,
): boolean {
  const compared = compareTyped(report, counted).filter(({ cell }) => cell.startsWith(`${table}.`));
  return compared.some((one) => one.counted > 0) && compared.every(({ difference }) => difference === 0);
}

/**
 * Which tables are frozen with the cases behind them: those that are counted, and those that somebody typed and that
 * say the same as the register. Copying the register's figures by hand does not let its cases be changed afterwards.
 */
export const frozenSources = (
  { sources }: Pick<ReportDraft, 'sources'>,
  report: Pick<AnnualReport, 'tableForms' | 'cells'>,
  counted: CountedCells,
): ReportDraft['sources'] => ({
  ...sources,
  ...Object.fromEntries(
    TABLE_IDS.filter((table) => saysWhatIsCounted(table, report, counted)).map((table) => [table, 'counted']),
  ),
});
