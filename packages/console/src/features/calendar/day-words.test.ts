import { expect, test } from 'vitest';
import type { ShownDay } from './calendar-types.ts';
import { lookOf, notesOf } from './day-words.ts';

const day = (date: string, reason: ShownDay['reason'], name: string | null = null): ShownDay => ({
  date,
  working: reason === 'weekday' || reason === 'makeUpWorkday',
  reason,
  name,
  source: null,
  provisional: false,
});

test('a month’s notes join days of one holiday and keep others apart', () => {
  expect(
    notesOf([
      day('2026-01-01', 'publicHoliday', '元旦'),
      day('2026-01-02', 'publicHoliday', '元旦'),
      day('2026-01-03', 'publicHoliday', '元旦'),
      day('2026-01-04', 'makeUpWorkday'),
      day('2026-01-05', 'weekday'),
      day('2026-01-06', 'regionalHoliday', '地方节日'),
      day('2026-01-10', 'weekend'),
      day('2026-01-12', 'publicHoliday', '元旦'),
    ]),
  ).toEqual(['1日至3日 元旦', '4日 调休上班', '6日 地方节日', '12日 元旦']);
  expect(notesOf([day('2026-01-05', 'weekday')])).toEqual([]);
});

test('each kind of day has its look', () => {
  expect(lookOf(day('2026-01-04', 'makeUpWorkday'))).toBe('makeUp');
  expect(lookOf(day('2027-01-01', 'expectedHoliday'))).toBe('holiday');
});
