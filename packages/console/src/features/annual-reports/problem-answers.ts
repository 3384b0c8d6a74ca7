import type { ShownFinding } from './shown-report.ts';

const UNANSWERED = 'AR-NAR-05';

/** Whether the text says what became of a problem of last year's report: the rule that looks for it is silent. */
export const isAnsweredIn = (problem: string, findings: readonly ShownFinding[]): boolean =>
  !findings.some(({ rule, status, left }) => rule === UNANSWERED && status === 'fail' && left === problem);
