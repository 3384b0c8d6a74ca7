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

/** Guards a rule about two years against a report of some other year given as last year's. */
export function pairRule(evaluate: PairEvaluation): Evaluation {
  return (context, verdicts) => {
    const { report, previous } = context;
    if (!previous) return [];
    const [year, before] = [report.reportYear, previous.reportYear];
    if (year !== null && before !== null && before !== year - 1) {
      return [verdicts.notEvaluated(`所附上年度报告为${before}年度，不是${year - 1}年度`)];
    }
    return evaluate(context, previous, verdicts);
  };
}
