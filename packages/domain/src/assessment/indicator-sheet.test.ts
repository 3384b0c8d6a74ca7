import { expect, it } from 'vitest';
import { DEFAULT_SET } from './default-set.ts';
import { type IndicatorRow, parseIndicatorSet, rowsOfSet, VETO_SECTION } from './indicator-sheet.ts';
import { scoreAssessment } from './score.ts';

const row = (given: Partial<IndicatorRow>): IndicatorRow => ({
  section: '主动公开',
  sectionPoints: '100',
  code: 'X1',
  text: '按期公开',
  sign: '',
  points: '5',
  unit: '',
  cap: '',
  counter: '',
  evidence: '',
  source: '',
  ...given,
});

const reasonsOf = (rows: readonly IndicatorRow[]) => {
  const parsed = parseIndicatorSet(rows);
  return parsed.ok ? [] : parsed.error.map(({ index, reasons }) => `${index} ${reasons.join('')}`);
};

it('takes the starting set back as it went out', () => {
  const parsed = parseIndicatorSet(rowsOfSet(DEFAULT_SET));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const facts = {
    found: [{ counter: 'lateReplies', item: 'application/1' } as const],
    counted: ['lateReplies', 'feeColumns'] as const,
    judged: [{ code: 'A08', points: 50 }],
    exempt: [],
  };
  expect(scoreAssessment(parsed.value, facts).total).toBe(scoreAssessment(DEFAULT_SET, facts).total);
  expect(rowsOfSet(parsed.value)).toEqual(rowsOfSet(DEFAULT_SET));
});

it.each([
  [[row({ code: '' })], ['0 没有填写“编号”。']],
  [[row({}), row({})], ['1 编号“X1”与前面的一行相同。']],
  [[row({ points: '半分' })], ['0 “分值”应为不小于 0、最多两位小数的数字。']],
  [[row({ sign: '加分' })], ['0 加分项须填写“上限”。']],
  [[row({ sign: '减分' })], ['0 “加分或者扣分”应为扣分或者加分。']],
  [[row({ counter: '迟到' })], ['0 平台没有“迟到”这一统计项。由考核人员评定的，这一列空着。']],
  [[row({ counter: '指南没有公开；迟到' })], ['0 平台没有“迟到”这一统计项。由考核人员评定的，这一列空着。']],
  [[row({ sectionPoints: '' })], ['0 板块“主动公开”没有一行写明“板块分值”。']],
  [[row({ sectionPoints: '99.5' })], ['0 各板块的“板块分值”合计 99.5，应为 100。']],
  [
    [row({}), row({ code: 'X2', sectionPoints: '90' })],
    ['0 板块“主动公开”的“板块分值”前后不一致。', '1 板块“主动公开”的“板块分值”前后不一致。'],
  ],
  [
    [row({}), row({ code: 'V1', section: VETO_SECTION, sectionPoints: '5', points: '' })],
    ['1 否决项没有板块分值。'],
  ],
  [[row({ section: VETO_SECTION, sectionPoints: '' })], ['0 各板块的“板块分值”合计 0，应为 100。']],
])('%#: says of each row what is wrong with it', (rows, expected) => {
  expect(reasonsOf(rows)).toEqual(expected);
});
