import { chineseDate } from '../kernel/chinese-date.ts';
import { yearOf } from '../kernel/civil-date.ts';
import { DISPUTE_KINDS, type Dispute } from './dispute.ts';
import { DISPUTE_GROUPS, resultArticle, resultTitle, STAGE_KINDS } from './dispute-results.ts';
import { type Standing, standingsOn } from './standing.ts';
import type { DisputeCounting } from './table-four.ts';

const PENDING_WORDS = {
  heard: (stage: string) => `${stage}还没有审结`,
  appealable: (stage: string) => `${stage}裁判还没有生效`,
  remanded: (stage: string) => `${stage}发回以后还没有重新审结`,
} as const;

function standingWords(standing: Standing, { kind }: Dispute, counting: DisputeCounting): string {
  const { year, upTo, rules } = counting;
  const name = DISPUTE_KINDS[kind];
  if (standing.state === 'none') return '还没有受理（立案），暂不计入表四。';
  const stage = STAGE_KINDS[standing.stage.kind];
  if (standing.state === 'pending') {
    const because = PENDING_WORDS[standing.because](stage);
    return `到${chineseDate(upTo)}，${because}：计入${year}年表四${name}的“尚未审结”。`;
  }
  const { result, on } = standing;
  const found = `${stage}结果是“${resultTitle(result)}”（${resultArticle(result)}），从${chineseDate(on)}起计`;
  return yearOf(on) === year
    ? `${found}：计入${year}年表四${name}的“${DISPUTE_GROUPS[rules.groups[result]]}”。`
    : `${found}，已计入${yearOf(on)}年；没有新的结果，不计入${year}年表四。`;
}

/** Why a case counts in its cell of a year's table four, or in none: a sentence for each time that it is looked at. */
export function countedWords(dispute: Dispute, counting: DisputeCounting): readonly string[] {
  if (dispute.role === 'reconsiderationOrganAsCoDefendant') {
    return [
      '本机关只因作出维持决定而作共同被告，这件案件由作出原行为的机关计，不计入本机关的表四（国办公开办函〔2021〕30号一（四））。',
    ];
  }
  const standings = standingsOn(dispute.stages, counting.upTo, counting.rules);
  const words = standings.map((standing) => standingWords(standing, dispute, counting));
  return words.length === 0 ? [standingWords({ state: 'none' }, dispute, counting)] : words;
}
