import type { CivilDate } from '../kernel/civil-date.ts';
import { ONE_POINT } from './indicator.ts';
import { spanWords } from './period.ts';
import type { AssessmentScore } from './score.ts';

interface Results {
  readonly startsOn: CivilDate;
  /** The last day that was counted. */
  readonly countedTo: CivilDate;
  readonly scores: readonly Pick<AssessmentScore, 'total' | 'verdict'>[];
}

/**
 * What a government says of its assessment in section one of its annual report (条例50(4): 考核、社会评议和责任追究结果).
 * The mean has two decimals, halves go up; who could not be assessed is not in it.
 */
export function reportSentence({ startsOn, countedTo, scores }: Results): string {
  const totals = scores.flatMap(({ total }) => total ?? []);
  const count = (verdict: AssessmentScore['verdict']): number =>
    scores.filter((one) => one.verdict === verdict).length;
  const assessed = count('passed') + count('failed');
  const head = `对${scores.length}个单位${spanWords(startsOn, countedTo)}的政府信息公开工作进行了考核`;
  if (totals.length === 0) return `${head}，尚没有可以评定的结果。`;
  const sum = totals.reduce((all, one) => all + one, 0);
  const mean = Math.floor((2 * sum + totals.length) / (2 * totals.length)) / ONE_POINT;
  const left = scores.length - assessed;
  return `${head}，平均得分${mean}分；合格${count('passed')}个，不合格${count('failed')}个${left > 0 ? `，尚不能评定${left}个` : ''}。`;
}
