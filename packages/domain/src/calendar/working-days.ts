import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import type { CalendarDay, WorkingCalendar } from './working-calendar.ts';

/** Days (after, upTo] that do not count, for example while a third party is asked (条例33¶3). */
export interface ExcludedInterval {
  readonly after: CivilDate;
  readonly upTo: CivilDate;
}

/** One day of a derivation: counted as the n-th, or skipped and why. */
export interface DerivedDay extends CalendarDay {
  /** 1, 2, … when the day counts; `null` when it does not. */
  readonly count: number | null;
  /** True when the day was worked but lies in an excluded interval. */
  readonly excluded: boolean;
}

/** A computed date with the way it came about. */
export interface DerivedDate {
  readonly date: CivilDate;
  /** Some day on the way may still be changed by a notice that is not out: print it only with that remark. */
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly days: readonly DerivedDay[];
}

const lies = (date: CivilDate, { after, upTo }: ExcludedInterval): boolean => after < date && date <= upTo;

/**
 * The last day of a period of working days that starts after `base` and leaves out the excluded intervals,
 * which are united, not added (applications.md §8.1). The starting day is not counted; the last day is the
 * quota-th counted one. A quota of 0 is `base` itself.
 * @throws {RangeError} when the quota is not an integer ≥ 0.
 */
export function dueDate(
  calendar: WorkingCalendar,
  base: CivilDate,
  quota: number,
  excludedIntervals: readonly ExcludedInterval[] = [],
): DerivedDate {
  if (!Number.isInteger(quota) || quota < 0) throw new RangeError(`quota must be an integer ≥ 0: ${quota}`);
  const days: DerivedDay[] = [];
  let date = base;
  let counted = 0;
  while (counted < quota) {
    date = addDays(date, 1);
    const day = calendar.day(date);
    const excluded = day.working && excludedIntervals.some((interval) => lies(day.date, interval));
    const counts = day.working && !excluded;
    if (counts) counted += 1;
    days.push({ ...day, count: counts ? counted : null, excluded });
  }
  return {
    date,
    provisional: days.some(({ provisional }) => provisional),
    calendarVersion: calendar.version,
    days,
  };
}

/** The n-th working day strictly after a day. */
export function addWorkingDays(calendar: WorkingCalendar, date: CivilDate, days: number): DerivedDate {
  return dueDate(calendar, date, days);
}

/** Working days x with from < x ≤ to; negative when `to` lies before `from`. */
export function countWorkingDays(calendar: WorkingCalendar, from: CivilDate, to: CivilDate): number {
  // Taken from zero: a minus before no days at all would be another zero than the one that is meant.
  if (to < from) return 0 - countWorkingDays(calendar, to, from);
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (calendar.day(date).working) count += 1;
  }
  return count;
}

/**
 * The last day of a period of calendar days: every day counts, and an end on a day of rest moves to the first
 * day after it (民事诉讼法85¶3; 复议法88). A make-up working day ends the period [U].
 */
export function endOfCalendarPeriod(
  calendar: WorkingCalendar,
  start: CivilDate,
  length: number,
): DerivedDate {
  const days: DerivedDay[] = [];
  let date = start;
  for (let count = 1; count <= length; count++) {
    date = addDays(date, 1);
    days.push({ ...calendar.day(date), count, excluded: false });
  }
  while (!calendar.day(date).working) {
    date = addDays(date, 1);
    days.push({ ...calendar.day(date), count: null, excluded: false });
  }
  // Whether the days before the end rest or not changes nothing; only the last stretch can still move.
  const provisional = calendar.day(date).provisional || days.slice(length - 1).some((day) => day.provisional);
  return { date, provisional, calendarVersion: calendar.version, days };
}
