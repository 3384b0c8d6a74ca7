import type { ReportState } from './report-state.ts';
import { countsInSum } from './report-status.ts';

/**
 * The frozen state that stands for the unit in its region's sum; `null` while there is none. While a published report
 * is restated, what is published goes on counting until the restatement is signed.
 */
export const countedSubmission = ({ status, frozen, published }: ReportState): number | null =>
  countsInSum(status) ? (frozen?.submission ?? null) : (published?.submission ?? null);
