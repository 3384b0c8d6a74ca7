import type { Finding } from './rule.ts';

/** What may be done with a report while findings stand against it. */
export type ReportStep = 'save' | 'submit' | 'publish';

/**
 * Whether a finding stops a step (annual-report.md §9): `block` stops submission and publication; `warn` wants its
 * explanation before submission; a `hint` and a saved draft are never stopped. A warning that nobody may explain away,
 * such as a missed deadline, stays on the file but stops nothing: else a late report could never be handed in.
 */
export function isStopping(
  { status, severity, waiverBy }: Pick<Finding, 'status' | 'severity' | 'waiverBy'>,
  step: ReportStep,
): boolean {
  if (status !== 'fail' || step === 'save') return false;
  if (severity === 'block') return true;
  return severity === 'warn' && step === 'submit' && waiverBy !== 'none';
}

/** The findings that must be mended or explained before the step. */
export const stoppingFindings = (findings: readonly Finding[], step: ReportStep): readonly Finding[] =>
  findings.filter((finding) => isStopping(finding, step));
