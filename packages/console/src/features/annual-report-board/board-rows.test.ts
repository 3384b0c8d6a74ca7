import { expect, it } from 'vitest';
import { type BoardUnit, boardCsv, daysWords, showsUnit } from './board-rows.ts';

const unit = (over: Partial<BoardUnit> = {}): BoardUnit => ({
  regionId: 'r',
  organId: 'o',
  name: '示范镇人民政府',
  reportScope: 'organ',
  state: 'drafting',
  edition: 1,
  isCounted: false,
  dueOn: '2026-01-31',
  daysLeft: 4,
  blocks: null,
  warnings: null,
  signedAt: null,
  acceptedAt: null,
  changes: [],
  alike: null,
  remindedOn: null,
  ...over,
});

const LIMIT = 60;

it.each([
  ['missing', unit(), true],
  ['missing', unit({ state: 'submitted', daysLeft: null }), false],
  ['late', unit({ daysLeft: 0 }), false],
  ['late', unit({ daysLeft: -1 }), true],
  ['faulty', unit({ blocks: 0, warnings: 1 }), true],
  ['faulty', unit({ blocks: 0, warnings: 0 }), false],
  ['alike', unit({ alike: { regionId: 'r', organId: 'p', name: '乙', percent: 60 } }), false],
  ['alike', unit({ alike: { regionId: 'r', organId: 'p', name: '乙', percent: 60.1 } }), true],
  ['returned', unit({ state: 'returned' }), true],
  [undefined, unit(), true],
] as const)('the view %s shows what it says', (view, one, shown) => {
  expect(showsUnit(view, one, LIMIT)).toBe(shown);
});

it('tells the days in words', () => {
  expect([4, 0, -12, null].map((daysLeft) => daysWords(unit({ daysLeft })))).toEqual([
    '还剩 4 天',
    '今天截止',
    '超过 12 天',
    '已报送',
  ]);
});

it('writes a table that no spreadsheet takes for formulas', () => {
  const csv = boardCsv([unit({ name: '=1+1"镇"' })]);
  expect(csv.startsWith('\uFEFF"单位","状态"')).toBe(true);
  expect(csv).toContain('"\'=1+1""镇"""');
});
