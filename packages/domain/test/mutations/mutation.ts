/** Test-only: one change to the clean report and the rules it must make fail. */
import type { FormVersion } from '../../src/annual-report/ids.ts';
import type { AnnualReport } from '../../src/annual-report/report.ts';
import type { CheckContext } from '../../src/annual-report/rules/rule.ts';

export interface Mutation {
  /** The rule under test, by its full id. */
  readonly rule: string;
  readonly what: string;
  /** Form of the clean report; 2021 when absent. */
  readonly version?: FormVersion;
  readonly mutate: (clean: CheckContext) => CheckContext;
  /** Rules that cannot but fail with it, by their full ids. */
  readonly alsoFails?: readonly string[];
}

/** A mutation of the report alone. */
export function ofReport(
  rule: string,
  what: string,
  change: (report: AnnualReport) => AnnualReport,
  more: Pick<Mutation, 'version' | 'alsoFails'> = {},
): Mutation {
  return { rule, what, mutate: (clean) => ({ ...clean, report: change(clean.report) }), ...more };
}
