import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate, epochDay, fromEpochDay } from '../kernel/civil-date.ts';
import { OFFICIAL_YEARS } from './official-years.ts';
import { createCalendar } from './working-calendar.ts';
import {
  addWorkingDays,
  countWorkingDays,
  dueDate,
  type ExcludedInterval,
  endOfCalendarPeriod,
} from './working-days.ts';

const calendar = createCalendar(OFFICIAL_YEARS);
const d = (text: string) => text as CivilDate;

describe('vectors of calendar.md §6 and applications.md §8.2', () => {
  test.each([
    ['2022-09-30', 20, '2022-11-02'],
    ['2022-09-30', 7, '2022-10-14'],
    ['2022-09-30', 15, '2022-10-26'],
    ['2022-09-30', 40, '2022-11-30'],
    ['2018-12-20', 7, '2018-12-29'],
    ['2018-12-20', 20, '2019-01-18'],
    ['2019-04-26', 20, '2019-05-27'],
    ['2020-01-23', 7, '2020-02-11'],
    ['2020-09-25', 20, '2020-10-29'],
    ['2021-02-08', 20, '2021-03-12'],
    ['2022-01-28', 15, '2022-02-23'],
    ['2023-01-19', 20, '2023-02-21'],
    ['2024-02-04', 40, '2024-04-07'],
    ['2025-01-24', 20, '2025-02-27'],
    ['2025-09-28', 7, '2025-10-14'],
    ['2026-04-29', 20, '2026-05-29'],
    ['2026-09-20', 20, '2026-10-23'],
    ['2025-01-20', 20, '2025-02-21'],
    ['2025-09-19', 20, '2025-10-23'],
    ['2026-02-10', 20, '2026-03-16'],
    ['2026-03-07', 20, '2026-04-03'],
    ['2026-02-14', 20, '2026-03-20'],
  ])('addWD(%s, %d) = %s', (from, days, expected) => {
    const result = addWorkingDays(calendar, d(from), days);
    expect([result.date, result.provisional]).toEqual([expected, false]);
  });

  test.each([
    ['2019-04-26', ['05-08', '05-20', '05-27', '06-25']],
    ['2020-01-20', ['02-06', '02-18', '02-25', '03-24']],
    ['2020-01-23', ['02-11', '02-21', '02-28', '03-27']],
    ['2021-09-18', ['09-29', '10-15', '10-22', '11-19']],
    ['2022-01-28', ['02-11', '02-23', '03-02', '03-30']],
    ['2023-09-27', ['10-12', '10-24', '10-31', '11-28']],
    ['2024-02-04', ['02-19', '02-29', '03-07', '04-07']],
    ['2024-09-13', ['09-25', '10-11', '10-17', '11-14']],
    ['2025-01-24', ['02-10', '02-20', '02-27', '03-27']],
    ['2025-09-28', ['10-14', '10-24', '10-31', '11-28']],
    ['2026-02-13', ['03-02', '03-12', '03-19', '04-17']],
    ['2026-09-24', ['10-12', '10-22', '10-29', '11-26']],
  ])('%s + 7 / 15 / 20 / 40', (from, expected) => {
    expect([7, 15, 20, 40].map((n) => addWorkingDays(calendar, d(from), n).date.slice(5))).toEqual(expected);
  });

  test('the twenty days from 2022-09-30, and why the others do not count', () => {
    const { days } = addWorkingDays(calendar, d('2022-09-30'), 20);
    const counted = days.filter(({ count }) => count !== null).map(({ date }) => date.slice(5));
    expect(counted.join(' ')).toBe(
      '10-08 10-09 10-10 10-11 10-12 10-13 10-14 10-17 10-18 10-19 10-20 10-21 10-24 10-25 10-26 10-27 10-28 10-31 11-01 11-02',
    );
    expect(days[0]).toMatchObject({
      date: '2022-10-01',
      count: null,
      reason: 'publicHoliday',
      name: '国庆节',
    });
    expect(days.find(({ date }) => date === '2022-10-08')).toMatchObject({
      count: 1,
      reason: 'makeUpWorkday',
      source: '国办发明电〔2021〕11号',
    });
  });

  test('countWD(2025-09-30, 2025-10-09) = 1, and −1 the other way', () => {
    expect(countWorkingDays(calendar, d('2025-09-30'), d('2025-10-09'))).toBe(1);
    expect(countWorkingDays(calendar, d('2025-10-09'), d('2025-09-30'))).toBe(-1);
  });

  test.each([
    ['2025-08-05', 60, '2025-10-09'],
    ['2026-02-05', 15, '2026-02-24'],
    ['2026-08-03', 60, '2026-10-08'],
  ])('endOfCalendarPeriod(%s, %d) = %s', (start, length, expected) => {
    expect(endOfCalendarPeriod(calendar, d(start), length).date).toBe(expected);
  });

  test.each([
    ['X3', '2025-09-22', [['2025-09-26', '2025-10-15']], '2025-11-06'],
    ['X4', '2025-09-22', [['2025-09-26', '2025-10-24']], '2025-11-17'],
    [
      'X5',
      '2025-09-22',
      [
        ['2025-09-26', '2025-10-15'],
        ['2025-10-09', '2025-10-20'],
      ],
      '2025-11-11',
    ],
  ])('%s: consultation days are left out, overlapping ones united', (_name, base, pairs, expected) => {
    const excluded = pairs.map(([after, upTo]) => ({ after: d(after!), upTo: d(upTo!) }));
    expect(dueDate(calendar, d(base), 20, excluded).date).toBe(expected);
  });
});

describe('a regional holiday', () => {
  const regional = createCalendar(OFFICIAL_YEARS, {
    regionalHolidays: [
      { date: d('2025-03-20'), name: '诺鲁孜节', source: '地方规定' },
      { date: d('2025-09-28'), name: '地方节日', source: '地方规定' },
    ],
  });
  test('rests where no notice names the day, and yields to a notice that does', () => {
    expect(regional.day(d('2025-03-20'))).toMatchObject({ working: false, reason: 'regionalHoliday' });
    expect(regional.day(d('2025-09-28'))).toMatchObject({ working: true, reason: 'makeUpWorkday' });
    expect(addWorkingDays(regional, d('2025-03-19'), 1).date).toBe('2025-03-21');
  });
});

describe('the laws of applications.md §8.1', () => {
  const anyDay = fc
    .integer({ min: epochDay(d('2018-12-01')), max: epochDay(d('2027-06-30')) })
    .map(fromEpochDay);
  const quota = fc.integer({ min: 0, max: 60 });
  const interval: fc.Arbitrary<ExcludedInterval> = fc
    .tuple(anyDay, fc.integer({ min: 0, max: 40 }))
    .map(([after, length]) => ({ after, upTo: addDays(after, length) }));
  const intervals = fc.array(interval, { maxLength: 4 });
  const due = (base: CivilDate, n: number, excluded: readonly ExcludedInterval[]) =>
    dueDate(calendar, base, n, excluded).date;

  test('addWD(d, 0) = d and countWD(d, addWD(d, n)) = n', () => {
    fc.assert(
      fc.property(anyDay, quota, (date, n) => {
        expect(addWorkingDays(calendar, date, 0).date).toBe(date);
        expect(countWorkingDays(calendar, date, addWorkingDays(calendar, date, n).date)).toBe(n);
      }),
      { seed: 20_260_131 },
    );
  });

  test('no working day between two days is zero, in either direction', () => {
    const [saturday, friday] = ['2027-06-26' as CivilDate, '2027-06-25' as CivilDate];
    expect(Object.is(countWorkingDays(calendar, saturday, friday), 0)).toBe(true);
  });

  test('countWD(a, b) + countWD(b, c) = countWD(a, c)', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (a, b, c) => {
        expect(countWorkingDays(calendar, a, b) + countWorkingDays(calendar, b, c)).toBe(
          countWorkingDays(calendar, a, c),
        );
      }),
      { numRuns: 60, seed: 20_260_131 },
    );
  });

  test('due is monotone in quota and in excluded', () => {
    fc.assert(
      fc.property(anyDay, quota, intervals, interval, (base, n, excluded, more) => {
        expect(due(base, n + 1, excluded) > due(base, n, excluded)).toBe(true);
        expect(due(base, n, [...excluded, more]) >= due(base, n, excluded)).toBe(true);
      }),
      { seed: 20_260_131 },
    );
  });

  test('excluded is idempotent and commutative, and only its union matters', () => {
    fc.assert(
      fc.property(anyDay, quota, intervals, (base, n, excluded) => {
        expect(due(base, n, [...excluded, ...excluded])).toBe(due(base, n, excluded));
        expect(due(base, n, excluded.toReversed())).toBe(due(base, n, excluded));
      }),
      { seed: 20_260_131 },
    );
  });

  test('due is the smallest working day at which the countable days reach the quota (definition of §8.1)', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 45 }), intervals, (base, n, excluded) => {
        const countable = (upTo: CivilDate): number => {
          let count = 0;
          for (let day = addDays(base, 1); day <= upTo; day = addDays(day, 1)) {
            if (
              calendar.day(day).working &&
              !excluded.some(({ after, upTo: end }) => after < day && day <= end)
            )
              count += 1;
          }
          return count;
        };
        const result = due(base, n, excluded);
        expect(countable(result)).toBe(n);
        expect(countable(addDays(result, -1))).toBe(n - 1);
        expect(calendar.day(result).working).toBe(true);
      }),
      { numRuns: 60, seed: 20_260_131 },
    );
  });

  test('the derivation lists every day from the start to the end, once', () => {
    fc.assert(
      fc.property(anyDay, quota, intervals, (base, n, excluded) => {
        const { date, days } = dueDate(calendar, base, n, excluded);
        expect(days.map((day) => day.date)).toEqual(days.map((_, index) => addDays(base, index + 1)));
        expect(days.at(-1)?.date ?? base).toBe(date);
        expect(days.filter(({ count }) => count !== null).map(({ count }) => count)).toEqual(
          Array.from({ length: n }, (_, i) => i + 1),
        );
      }),
      { seed: 20_260_131 },
    );
  });
});
