import { expect, it } from 'vitest';
import { clocksByNeed } from './clock-order.ts';

it('what is open comes first, the nearest on top; what is over keeps the order of the procedure', () => {
  const clocks = [
    { name: 'applied', side: 'otherParty', state: 'inTime', due: { date: '2026-10-09' } },
    { name: 'absolute', side: 'otherParty', state: 'passed', due: { date: '2024-01-01' } },
    { name: 'decision', side: 'reconsiderationOrgan', state: 'running', due: { date: '2026-12-30' } },
    { name: 'answer', side: 'organ', state: 'passed', due: { date: '2026-11-16' } },
    { name: 'report', side: 'organ', state: 'running', due: { date: '2026-11-30' } },
    { name: 'appeal', side: 'organ', state: 'over', due: { date: '2026-11-01' } },
  ] as const;
  const { open, over } = clocksByNeed(clocks);
  expect(open.map(({ name }) => name)).toEqual(['answer', 'report', 'decision']);
  expect(over.map(({ name }) => name)).toEqual(['applied', 'absolute', 'appeal']);
});
