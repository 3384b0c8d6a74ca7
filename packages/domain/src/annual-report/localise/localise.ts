import type { AnnualReport } from '../report.ts';
import type { Localisation } from './localisation.ts';

export type { Localisation } from './localisation.ts';

/** Explains the failing tie-outs of table three by the cells that are most likely wrong (annual-report.md §10). */
export function localiseTableThree(_report: AnnualReport, _previous?: AnnualReport): readonly Localisation[] {
  return [];
}
