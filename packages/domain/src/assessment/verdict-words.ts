import { type IndicatorSet, pointsWords } from './indicator.ts';
import type { AssessmentScore, VetoScore } from './score.ts';

/** Named one by one up to here; the public reads them in a table. */
const NAMED = 3;

function names(vetoes: readonly VetoScore[], set: IndicatorSet): string {
  const titles = vetoes.map(({ code }) => set.vetoes.find((one) => one.code === code)?.text ?? code);
  return titles.length > NAMED
    ? `${titles.slice(0, NAMED).join('；')}等${titles.length}项`
    : titles.join('；');
}

/** What the indicators say of a whole that is not whole: sections of which nobody has looked at anything. */
const leftOut = ({ sections }: AssessmentScore, set: IndicatorSet): string =>
  sections
    .filter(({ points }) => points === null)
    .map(({ code }) => set.sections.find((one) => one.code === code)?.title ?? code)
    .join('、');

/**
 * Why a unit has its verdict, for the unit and for the public: the vetoes that are met by their names, all of them; what
 * stands in the way of a verdict; empty where the points alone say it.
 */
export function verdictWords(score: AssessmentScore, set: IndicatorSet): string {
  const { verdict, vetoes, total } = score;
  const met = vetoes.filter(({ isMet }) => isMet);
  if (met.length > 0) {
    const titles = met.map(({ code }) => set.vetoes.find((one) => one.code === code)?.text ?? code);
    return `单项否决：${titles.join('；')}`;
  }
  if (verdict === 'passed') return '';
  if (verdict === 'failed') return `得分低于${pointsWords(set.passMark)}分`;
  if (total === null) return '没有一个指标评定过';
  const sections = leftOut(score, set);
  const open = vetoes.filter(({ state }) => state === 'notAssessable');
  if (open.length > 0) return `${open.length}个否决项没有评定：${names(open, set)}`;
  return `${sections}没有评定，得分说不准是否达到${pointsWords(set.passMark)}分`;
}
