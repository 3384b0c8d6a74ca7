import { DISPUTE_KINDS, DISPUTED_ACTS } from '../../dispute/dispute.ts';
import { resultArticle, resultTitle, STAGE_KINDS } from '../../dispute/dispute-results.ts';
import { chineseDate } from '../../kernel/chinese-date.ts';
import { PUBLIC_FIGURES, publicFiguresOf } from '../compare/public-figures.ts';
import type { AnnualReport } from '../report.ts';
import { type LeaderBlock, type LeaderFacts, type LostDispute, listOf, paragraph } from './leader-facts.ts';

const RECTIFIED: ReadonlySet<string> = new Set(['reconsideration_rectified', 'litigation_rectified']);

/** 结果纠正 of table four as it is printed; `null` where a part has no figure. */
function rectifiedIn({ cells }: AnnualReport): number | null {
  const figures = publicFiguresOf(cells).filter((_, index) => RECTIFIED.has(PUBLIC_FIGURES[index]?.id ?? ''));
  let sum = 0;
  for (const figure of figures) {
    if (figure === null) return null;
    sum += figure;
  }
  return sum;
}

function wordsOf({ kind, act, stage, tribunal, number, result, on }: LostDispute): string {
  const heard = [tribunal, number].filter((part) => part !== '').join('，');
  const where = heard === '' ? '' : `（${heard}）`;
  return `${DISPUTE_KINDS[kind]}${where}：争议的是${DISPUTED_ACTS[act]}；${STAGE_KINDS[stage]}结果“${resultTitle(result)}”（${resultArticle(result)}），${chineseDate(on)}起计。`;
}

/** What was disputed in the cases that were lost, the most frequent first. */
function reasons(lost: readonly LostDispute[]): string {
  const byAct = [...Map.groupBy(lost, ({ act }) => act)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  return byAct.map(([act, cases]) => `${DISPUTED_ACTS[act]}${cases.length}件`).join('，');
}

function ofRegister(lost: readonly LostDispute[], printed: number | null): readonly LeaderBlock[] {
  const differs =
    printed === null || printed === lost.length
      ? []
      : [paragraph(`报告表四的“结果纠正”共${printed}件，与台账的${lost.length}件不一致，签发以前请核对。`)];
  if (lost.length === 0) return [paragraph('台账里没有本年度被纠正的复议、诉讼案件。'), ...differs];
  return [
    paragraph(`本年度被纠正${lost.length}件。按争议的行为：${reasons(lost)}。`),
    ...listOf(lost.map(wordsOf)),
    ...differs,
  ];
}

/** Cases that were lost and why (table four, 结果纠正); of a sum the units that lost them. */
export function disputeBlocks({ report, lost, members }: LeaderFacts): readonly LeaderBlock[] {
  const printed = rectifiedIn(report);
  if (lost !== null) return ofRegister(lost, printed);
  const units = (members ?? []).filter(({ rectified }) => (rectified ?? 0) > 0);
  if (units.length === 0)
    return [paragraph(`各单位合计被纠正${printed ?? '—'}件，没有单位报送被纠正的案件。`)];
  return [
    paragraph(`各单位合计被纠正${printed ?? '—'}件：`),
    ...listOf(units.map(({ name, rectified }) => `${name}${rectified}件`)),
    paragraph('各件的案情由所在单位说明。'),
  ];
}
