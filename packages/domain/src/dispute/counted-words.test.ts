import { expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { countedWords } from './counted-words.ts';
import { DISPUTE_RULES } from './counting-rules.ts';
import type { Dispute, DisputeStage } from './dispute.ts';

const day = (text: string) => text as CivilDate;

const counting = (year: number, upTo = `${year}-12-31`) => ({ year, upTo: day(upTo), rules: DISPUTE_RULES });

const suit = (given: Partial<DisputeStage>): Dispute => ({
  disputeId: 'd',
  kind: 'litigationDirect',
  role: 'originalActOrgan',
  act: 'otherReply',
  actOn: null,
  stages: [
    {
      kind: 'firstInstance',
      acceptedOn: day('2025-03-03'),
      result: null,
      decidedOn: null,
      effectiveOn: null,
      ...given,
    },
  ],
});

const judged = suit({
  result: 'litigation.setAside',
  decidedOn: day('2025-12-20'),
  effectiveOn: day('2026-01-08'),
});

it.each([
  [suit({ acceptedOn: null }), 2025, '还没有受理（立案），暂不计入表四。'],
  [
    suit({}),
    2025,
    '到2025年12月31日，一审还没有审结：计入2025年表四行政诉讼（未经复议直接起诉）的“尚未审结”。',
  ],
  [
    judged,
    2025,
    '到2025年12月31日，一审裁判还没有生效：计入2025年表四行政诉讼（未经复议直接起诉）的“尚未审结”。',
  ],
  [
    judged,
    2026,
    '一审结果是“撤销或者部分撤销”（行政诉讼法第七十条），从2026年1月8日起计：计入2026年表四行政诉讼（未经复议直接起诉）的“结果纠正”。',
  ],
  [
    judged,
    2027,
    '一审结果是“撤销或者部分撤销”（行政诉讼法第七十条），从2026年1月8日起计，已计入2026年；没有新的结果，不计入2027年表四。',
  ],
  [
    { ...suit({}), role: 'reconsiderationOrganAsCoDefendant' as const },
    2025,
    '本机关只因作出维持决定而作共同被告，这件案件由作出原行为的机关计，不计入本机关的表四（国办公开办函〔2021〕30号一（四））。',
  ],
])('a case says in words where it counts, and why (%#)', (one, year, words) => {
  expect(countedWords(one, counting(year))).toEqual([words]);
});

it('a case without any stage says so too', () => {
  const empty = { ...suit({}), stages: [] };
  expect(countedWords(empty, counting(2025))).toEqual(['还没有受理（立案），暂不计入表四。']);
});
