import type { AnnualReport } from '../report.ts';
import type { SuggestedCell } from '../rules/rule.ts';

/** Figures of empty cells that the tie-outs of tables three and four leave only one value for. */
export function solveBlanks(_report: AnnualReport): readonly SuggestedCell[] {
  return [];
}
