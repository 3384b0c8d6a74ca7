import type { ApplicationState } from './application-state.ts';
import type { OutcomeId } from './outcome.ts';
import { type Refusal, refusal } from './refusals.ts';

/** Years that a case's file is kept at least; no table of periods names this class of files (applications.md §15) [U]. */
export interface RetentionRules {
  readonly retentionYears: number;
  /** Where something was withheld, or a reconsideration or a court had the case taken up again. */
  readonly retentionYearsDisputed: number;
}

const withholds = (outcome: OutcomeId): boolean =>
  outcome.startsWith('refused.') || outcome === 'partiallyGranted';

/** How many years the file of a case is kept at least, from the year after its end. */
export function retentionYearsOf(
  { result, lastResult, wasDisputed }: ApplicationState,
  { retentionYears, retentionYearsDisputed }: RetentionRules,
): number {
  const isWithheld = [result, lastResult].some((one) => one !== null && withholds(one.outcome));
  return isWithheld || wasDisputed ? retentionYearsDisputed : retentionYears;
}

/** Whether a file is archived for fewer years than the organ has set. */
export function refuseRetention(
  state: ApplicationState,
  years: number,
  rules: RetentionRules,
): readonly Refusal[] {
  const least = retentionYearsOf(state, rules);
  if (years >= least) return [];
  const message = `按本机关的设置，这件案卷至少保管${least}年（条例没有规定，待确认）。`;
  return [{ ...refusal('retention-too-short', 'retentionYears'), message }];
}
