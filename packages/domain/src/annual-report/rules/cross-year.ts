import type { AnnualReport } from '../report.ts';
import type { Evaluation, Verdicts } from './define.ts';
import type { CheckContext, CheckResult, CheckRule } from './rule.ts';

/** A rule about two years; `previous` is there and, as far as it tells, of the year before. */
type PairEvaluation = (
  context: CheckContext,
  previous: AnnualReport,
  verdicts: Verdicts,
) => readonly CheckResult[];

/** Needs of every rule about two years. */
export const PAIR: Pick<CheckRule, 'needs'> = { needs: ['report', 'previous'] };

/** Year of a report given as last year's that is some other year's; `undefined` when it fits or tells no year. */
function strayYear({ report, previous }: CheckContext): number | undefined {
  const [year, before] = [report.reportYear, previous?.reportYear ?? null];
  return year !== null && before !== null && before !== year - 1 ? before : undefined;
}

/** Last year's report, unless what was given as such is known to be of another year. */
export function lastYearsReport(context: CheckContext): AnnualReport | undefined {
  return strayYear(context) === undefined ? context.previous : undefined;
}

/** Says which year a report given as last year's is of, when it is the wrong one. */
export function strayNote(context: CheckContext): string | undefined {
  const stray = strayYear(context);
  const year = context.report.reportYear;
  return stray === undefined || year === null
    ? undefined
    : `所附上年度报告为${stray}年度，不是${year - 1}年度`;
}

/** Guards a rule about two years against a report of some other year given as last year's. */
export function pairRule(evaluate: PairEvaluation): Evaluation {
  return (context, verdicts) => {
    const note = strayNote(context);
    if (note !== undefined) return [verdicts.notEvaluated(note)];
    return context.previous ? evaluate(context, context.previous, verdicts) : [];
  };
}
