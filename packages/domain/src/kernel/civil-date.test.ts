import { describe, expect, it } from 'vitest';
import {
  addMonths,
  type CivilDate,
  chinaTimestamp,
  civilDateAt,
  civilMinuteAt,
  daysBetween,
  endOfDay,
  monthOf,
  parseCivilDate,
  startOfDay,
  startOfYear,
} from './civil-date.ts';

function day(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) throw new Error(`no day: ${text}`);
  return date;
}

describe('a moment in China', () => {
  it.each([
    ['2026-11-21T15:59:59.999Z', '2026-11-21', '2026-11-21 23:59'],
    ['2026-11-21T16:00:00.000Z', '2026-11-22', '2026-11-22 00:00'],
    ['2026-12-31T16:00:59.000Z', '2027-01-01', '2027-01-01 00:00'],
    ['2028-02-28T16:05:00.000Z', '2028-02-29', '2028-02-29 00:05'],
  ])('%s is of %s, at %s', (moment, date, minute) => {
    expect(civilDateAt(new Date(moment))).toBe(date);
    expect(civilMinuteAt(new Date(moment))).toBe(minute);
  });
});

describe('days between', () => {
  it.each([
    ['2026-11-21', '2026-11-21', 0],
    ['2026-11-21', '2026-11-22', 1],
    ['2026-11-21', '2026-11-20', -1],
    ['2026-11-21', '2027-01-31', 71],
    ['2028-02-01', '2028-03-01', 29],
    ['1969-12-31', '1970-01-01', 1],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysBetween(day(from), day(to))).toBe(days);
  });
});

describe('months later', () => {
  it.each([
    ['2026-03-15', 6, '2026-09-15'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-15', -3, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });
});

describe('moments in China', () => {
  it('days and years begin at its midnight, and moments are told with its offset', () => {
    expect(startOfDay(day('2026-11-21')).toISOString()).toBe('2026-11-20T16:00:00.000Z');
    expect(endOfDay(day('2026-12-31')).toISOString()).toBe('2026-12-31T15:59:59.999Z');
    expect(startOfYear(2027).toISOString()).toBe('2026-12-31T16:00:00.000Z');
    expect(chinaTimestamp(new Date('2026-12-31T16:00:05.678Z'))).toBe('2027-01-01T00:00:05+08:00');
    expect(monthOf(day('2026-11-21'))).toBe(11);
  });
});
