import { expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { figuresByMonth } from './figures-by-month.ts';

const day = (text: string): CivilDate => text as CivilDate;
const none = {
  granted: 0,
  partiallyGranted: 0,
  refused: 0,
  unavailable: 0,
  notProcessed: 0,
  otherHandling: 0,
};

it('names every month of the period, over a turn of the year, with its groups', () => {
  const counts = [
    { month: '2025-12', outcome: null, count: 3 },
    { month: '2025-12', outcome: 'granted.provided' as const, count: 1 },
    { month: '2025-12', outcome: 'granted.soonPublic' as const, count: 2 },
    { month: '2026-02', outcome: 'refused.stateSecret' as const, count: 4 },
  ];
  expect(figuresByMonth(counts, { from: day('2025-11-15'), to: day('2026-02-01') })).toEqual([
    { month: '2025-11', received: 0, results: none },
    { month: '2025-12', received: 3, results: { ...none, granted: 3 } },
    { month: '2026-01', received: 0, results: none },
    { month: '2026-02', received: 0, results: { ...none, refused: 4 } },
  ]);
});
