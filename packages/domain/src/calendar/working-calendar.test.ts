import { describe, expect, test } from 'vitest';
import { type CivilDate, epochDay, fromEpochDay } from '../kernel/civil-date.ts';
import { parseCalendarYear } from './calendar-year.ts';
import { OFFICIAL_YEARS, withCalendarYear } from './official-years.ts';
import { BeforeCalendarError, createCalendar } from './working-calendar.ts';
import { addWorkingDays } from './working-days.ts';

const calendar = createCalendar(OFFICIAL_YEARS);
const d = (text: string) => text as CivilDate;

/** Table "machine form" of calendar.md §2, typed in on its own: days that differ from Monday–Friday. */
const MACHINE_FORM: Readonly<Record<number, { off: string; work: string }>> = {
  2019: {
    off: '0101 0204 0205 0206 0207 0208 0405 0501 0502 0503 0607 0913 1001 1002 1003 1004 1007',
    work: '0202 0203 0428 0505 0929 1012',
  },
  2020: {
    off: '0101 0124 0127 0128 0129 0130 0131 0406 0501 0504 0505 0625 0626 1001 1002 1005 1006 1007 1008',
    work: '0119 0426 0509 0628 0927 1010',
  },
  2021: {
    off: '0101 0211 0212 0215 0216 0217 0405 0503 0504 0505 0614 0920 0921 1001 1004 1005 1006 1007',
    work: '0207 0220 0425 0508 0918 0926 1009',
  },
  2022: {
    off: '0103 0131 0201 0202 0203 0204 0404 0405 0502 0503 0504 0603 0912 1003 1004 1005 1006 1007',
    work: '0129 0130 0402 0424 0507 1008 1009',
  },
  2023: {
    off: '0102 0123 0124 0125 0126 0127 0405 0501 0502 0503 0622 0623 0929 1002 1003 1004 1005 1006',
    work: '0128 0129 0423 0506 0625 1007 1008',
  },
  2024: {
    off: '0101 0212 0213 0214 0215 0216 0404 0405 0501 0502 0503 0610 0916 0917 1001 1002 1003 1004 1007',
    work: '0204 0218 0407 0428 0511 0914 0929 1012',
  },
  2025: {
    off: '0101 0128 0129 0130 0131 0203 0204 0404 0501 0502 0505 0602 1001 1002 1003 1006 1007 1008',
    work: '0126 0208 0427 0928 1011',
  },
  2026: {
    off: '0101 0102 0216 0217 0218 0219 0220 0223 0406 0501 0504 0505 0619 0925 1001 1002 1005 1006 1007',
    work: '0104 0214 0228 0509 0920 1010',
  },
};

const MONTH_SUMS: Readonly<Record<number, readonly number[]>> = {
  2019: [22, 17, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22],
  2020: [17, 20, 22, 22, 19, 21, 23, 21, 23, 17, 21, 23],
  2021: [20, 17, 23, 22, 19, 21, 22, 22, 22, 17, 22, 23],
  2022: [21, 16, 23, 21, 20, 21, 21, 23, 21, 18, 22, 22],
  2023: [18, 20, 23, 20, 21, 21, 21, 23, 20, 19, 22, 21],
  2024: [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22],
  2025: [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23],
  2026: [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23],
};

const daysOfYear = (year: number): CivilDate[] => {
  const first = epochDay(d(`${year}-01-01`));
  const last = epochDay(d(`${year}-12-31`));
  return Array.from({ length: last - first + 1 }, (_, index) => fromEpochDay(first + index));
};

describe('the days of the notices', () => {
  test.each(Object.entries(MACHINE_FORM))(
    '%s differs from Monday–Friday exactly where the notices say',
    (year, form) => {
      const off: string[] = [];
      const work: string[] = [];
      for (const date of daysOfYear(Number(year))) {
        const weekendDay = [0, 6].includes(new Date(date).getUTCDay());
        if (calendar.day(date).working === weekendDay)
          (weekendDay ? work : off).push(date.slice(5).replace('-', ''));
      }
      expect({ off: off.join(' '), work: work.join(' ') }).toEqual(form);
    },
  );

  test.each(Object.entries(MONTH_SUMS))(
    '%s has the working days per month of the check sums',
    (year, sums) => {
      const found = Array.from(
        { length: 12 },
        (_, month) =>
          daysOfYear(Number(year)).filter(
            (date) => Number(date.slice(5, 7)) === month + 1 && calendar.day(date).working,
          ).length,
      );
      expect(found).toEqual(sums);
    },
  );

  test('the notice for 2019 reaches into December 2018', () => {
    expect(calendar.day(d('2018-12-29'))).toMatchObject({ working: true, reason: 'makeUpWorkday' });
    expect(calendar.day(d('2018-12-31'))).toMatchObject({
      working: false,
      name: '元旦',
      source: '国办发明电〔2018〕15号',
    });
  });

  test('a decision is judged by the notice known on its day: 春节 2020 before and after 27 January', () => {
    const before = createCalendar(OFFICIAL_YEARS, { knownOn: d('2020-01-26') });
    expect(before.day(d('2020-01-31')).working).toBe(true);
    expect(before.day(d('2020-02-01'))).toMatchObject({ working: true, reason: 'makeUpWorkday' });
    expect(calendar.day(d('2020-01-31'))).toMatchObject({ working: false, source: '国办发明电〔2020〕1号' });
    expect(calendar.day(d('2020-02-01')).working).toBe(false);
  });
});

describe('years without a notice', () => {
  test('a deadline in 2027 is provisional, with only the fixed dates and the expected ones resting', () => {
    const result = addWorkingDays(calendar, d('2026-12-10'), 20);
    expect([result.date, result.provisional]).toEqual(['2027-01-08', true]);
    expect(calendar.day(d('2027-01-01'))).toMatchObject({
      working: false,
      reason: 'expectedHoliday',
      provisional: true,
    });
    expect(calendar.day(d('2029-10-01'))).toMatchObject({
      working: false,
      reason: 'expectedHoliday',
      provisional: true,
    });
  });

  test('the last days of a year stay provisional until the next notice is out', () => {
    expect(calendar.day(d('2025-12-31')).provisional).toBe(false);
    expect(calendar.day(d('2026-12-24')).provisional).toBe(false);
    expect(calendar.day(d('2026-12-31')).provisional).toBe(true);
  });

  test('a loaded data file makes the year final and changes the version', () => {
    const file = parseCalendarYear({
      year: 2027,
      notices: [
        {
          number: '国办发明电〔2026〕99号',
          publishedOn: '2026-11-25',
          source: 'test',
          rest: [{ from: '2027-01-01', to: '2027-01-03', name: '元旦' }],
          work: ['2026-12-27'],
        },
      ],
    });
    if (!file.ok) throw new Error(file.error.join());
    const loaded = createCalendar(withCalendarYear(OFFICIAL_YEARS, file.value));
    expect(loaded.version).not.toBe(calendar.version);
    // 27 December 2026 is now worked, so the period ends a day earlier than was told.
    expect(addWorkingDays(loaded, d('2026-12-10'), 20)).toMatchObject({
      date: '2027-01-07',
      provisional: false,
    });
  });

  test('days before the first notice are refused, not guessed', () => {
    expect(() => calendar.day(d('2018-11-30'))).toThrow(BeforeCalendarError);
    expect(() => addWorkingDays(calendar, d('2017-01-01'), 5)).toThrow('工作日历从2018-12-01开始');
  });
});
