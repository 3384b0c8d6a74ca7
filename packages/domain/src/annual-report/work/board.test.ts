import { expect, it } from 'vitest';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { AnnualReport } from '../report.ts';
import { biggestChanges, boardStateOf, daysLeft, failingCounts, isMissing, nearest } from './board.ts';
import { REPORT_STATUS_IDS } from './report-status.ts';

const day = (text: string) => text as CivilDate;

it('calls a unit missing until its report was sent, also when it came back', () => {
  expect(boardStateOf(null)).toBe('notBegun');
  const missing = [boardStateOf(null), ...REPORT_STATUS_IDS].filter(isMissing);
  expect(missing).toEqual(['notBegun', 'drafting', 'inSignature', 'returned']);
});

it.each([
  ['drafting', '2026-01-31', '2026-01-28', 3],
  ['returned', '2026-01-31', '2026-01-31', 0],
  ['notBegun', '2026-01-31', '2026-02-02', -2],
  ['submitted', '2026-01-31', '2026-02-02', null],
  ['drafting', null, '2026-02-02', null],
] as const)('counts the days left while it is %s, due %s, on %s', (state, dueOn, today, left) => {
  expect(daysLeft(state, dueOn === null ? null : day(dueOn), day(today))).toBe(left);
});

it('counts what fails, not what was explained or only hinted at', () => {
  const findings = [
    { status: 'fail', severity: 'block' },
    { status: 'waived', severity: 'warn' },
    { status: 'fail', severity: 'warn' },
    { status: 'fail', severity: 'hint' },
    { status: 'pass', severity: 'block' },
  ] as const;
  expect(failingCounts(findings)).toEqual({ blocks: 1, warnings: 1 });
});

const report = (figures: Readonly<Record<string, number>>): AnnualReport => ({
  title: null,
  organ: null,
  organKind: null,
  reportYear: 2025,
  tableForms: { t2: '2021', t3: '2021', t4: '2021' },
  preamble: [],
  sections: {},
  signature: null,
  cells: Object.fromEntries(
    Object.entries(figures).map(([cell, value]) => [cell, { state: 'value', value, raw: String(value) }]),
  ),
});

it('tells the three largest changes, of table three in the column of totals', () => {
  const before = report({
    't3.newlyReceived/total': 10,
    't3.newlyReceived/naturalPerson': 10,
    't3.granted/total': 8,
    't2.licensing/decisions': 100,
    't4.reconsideration/total': 1,
    't4.reconsideration/upheld': 1,
  });
  const now = report({
    't3.newlyReceived/total': 60,
    't3.newlyReceived/naturalPerson': 60,
    't3.granted/total': 8,
    't2.licensing/decisions': 30,
    't4.reconsideration/total': 3,
    't4.reconsideration/upheld': 2,
  });
  expect(biggestChanges(now, before)).toEqual([
    { cell: 't2.licensing/decisions', before: 100, now: 30 },
    { cell: 't3.newlyReceived/total', before: 10, now: 60 },
    { cell: 't4.reconsideration/total', before: 1, now: 3 },
  ]);
});

it('keeps the nearest texts, and none that are alike by chance', () => {
  const others = [40, 49.9, 50, 90, 60, 70, 80, 100].map((percent) => ({ percent }));
  expect(nearest(others).map(({ percent }) => percent)).toEqual([100, 90, 80, 70, 60]);
  expect(nearest([{ percent: 49.9 }])).toEqual([]);
});
