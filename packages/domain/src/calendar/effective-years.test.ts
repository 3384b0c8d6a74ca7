import { expect, test } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { CalendarYear } from './calendar-year.ts';
import { effectiveYears } from './effective-years.ts';
import { OFFICIAL_YEARS } from './official-years.ts';

const d = (text: string) => text as CivilDate;

const file = (year: number, ...published: readonly string[]): CalendarYear => ({
  year,
  notices: published.map((day) => ({
    number: `通知 ${day}`,
    publishedOn: d(day),
    source: '测试',
    rest: [],
    work: [],
  })),
  expected: [],
});

const copy = (loaded: CalendarYear, loadedAt: string) => ({ file: loaded, loadedAt });

const holding = (year: number, ...copies: readonly ReturnType<typeof copy>[]) =>
  effectiveYears(OFFICIAL_YEARS, copies).get(year)?.loaded;

test('what comes with the program holds as long as nothing is loaded', () => {
  const years = effectiveYears(OFFICIAL_YEARS, []);
  expect([...years.keys()]).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]);
  expect([...years.values()].every(({ loaded }) => loaded === null)).toBe(true);
});

test('a notice goes before a year without one, an amended notice before the first', () => {
  const first = copy(file(2027, '2026-11-25'), '2026-11-26T00:00:00Z');
  const amended = copy(file(2027, '2026-11-25', '2027-03-01'), '2027-03-02T00:00:00Z');
  expect(holding(2027, first)).toBe(first);
  expect(holding(2027, amended, first)).toBe(amended);
});

test('of the same notice the copy loaded last holds, and an older notice never comes back', () => {
  const early = copy(file(2027, '2026-11-25'), '2026-11-26T00:00:00Z');
  const late = copy(file(2027, '2026-11-25'), '2026-11-27T00:00:00Z');
  const provisional = copy(file(2027), '2026-12-30T00:00:00Z');
  expect(holding(2027, late, early, provisional)).toBe(late);
  expect(holding(2026, copy(file(2026, '2025-01-01'), '2026-12-30T00:00:00Z'))).toBeNull();
});

test('a year that nothing comes with is taken in, in its order', () => {
  const loaded = copy(file(2018, '2017-11-30'), '2026-01-01T00:00:00Z');
  const years = effectiveYears(OFFICIAL_YEARS, [loaded]);
  expect([...years.keys()][0]).toBe(2018);
});
