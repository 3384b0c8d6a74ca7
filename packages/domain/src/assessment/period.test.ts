import { expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { assessedYear, countedTo, countedWords, spanWords, yearsOf } from './period.ts';

const day = (text: string): CivilDate => text as CivilDate;
const period = (startsOn: string, endsOn: string) => ({ startsOn: day(startsOn), endsOn: day(endsOn) });

it.each([
  ['2026-01-01', '2026-12-31', 2026],
  // Most of its days are of the year in which it ends; of two alike the later.
  ['2025-12-01', '2026-11-30', 2026],
  ['2025-07-01', '2026-06-29', 2025],
  ['2025-12-31', '2026-01-01', 2026],
  ['2026-12-01', '2027-01-15', 2026],
])('an assessment of %s to %s is of %i', (startsOn, endsOn, year) => {
  expect(assessedYear(period(startsOn, endsOn))).toBe(year);
});

it('counts up to today, and never beyond its last day', () => {
  expect(countedTo(period('2026-01-01', '2026-11-30'), day('2026-11-22'))).toBe('2026-11-22');
  expect(countedTo(period('2026-01-01', '2026-11-30'), day('2027-01-05'))).toBe('2026-11-30');
  expect(yearsOf({ from: day('2025-12-01'), to: day('2026-11-30') })).toEqual([2025, 2026]);
});

it('says the days that were counted, and of an early end until when it was meant to last', () => {
  expect(spanWords(day('2026-01-01'), day('2026-12-31'))).toBe('2026年');
  expect(countedWords(period('2026-01-01', '2026-12-31'), day('2026-12-31'))).toBe('2026年');
  expect(countedWords(period('2025-12-01', '2026-11-30'), day('2026-11-22'))).toBe(
    '2025年12月1日至2026年11月22日（原定到2026年11月30日，提前结束）',
  );
});
