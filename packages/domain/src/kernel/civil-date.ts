import { DAY_MS, HOUR_MS } from './durations.ts';

/**
 * Civil dates in Asia/Shanghai, never instants: a statutory day has no clock time and no zone
 * (calendar.md §1 "time zone"). Written as ISO text so that they sort, compare and serialise as they are.
 */
export type CivilDate = string & { readonly __brand: 'CivilDate' };

/** The last day that is written with a year of four digits: no box of a date takes more. */
export const LAST_CIVIL_DATE = '9999-12-31';

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The civil date of a year, month (1–12) and day, or `undefined` when there is no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  const instant = new Date(Date.UTC(year, month - 1, day));
  // Date.UTC reads years 0–99 as 1900+, and rolls 30 February over to March: both are refused here.
  if (
    instant.getUTCFullYear() !== year ||
    instant.getUTCMonth() !== month - 1 ||
    instant.getUTCDate() !== day
  ) {
    return undefined;
  }
  return instant.toISOString().slice(0, 10) as CivilDate;
}

/** Reads `YYYY-MM-DD`; `undefined` when the text is not such a date or the day does not exist. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = ISO_DATE.exec(text);
  return match ? civilDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** Whole days since 1970-01-01. */
export function epochDay(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

export function fromEpochDay(day: number): CivilDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as CivilDate;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  const day = Number(date.slice(8)) + days;
  // Every month has these days; walking a calendar day by day is mostly this, at a tenth of the time.
  if (day >= 1 && day <= 28) return (date.slice(0, 8) + String(day).padStart(2, '0')) as CivilDate;
  return fromEpochDay(epochDay(date) + days);
}

/** 1 January of a year of four digits; with `lastDayOf` the days that belong to it. */
export const firstDayOf = (year: number): CivilDate => `${year}-01-01` as CivilDate;

/** 31 December of a year of four digits. */
export const lastDayOf = (year: number): CivilDate => `${year}-12-31` as CivilDate;

/** The same day number so many months later, else the last day of that month: 31 August + 6 → 28 February [U]. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const first = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1);
  const last = new Date(first);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  const day = Math.min(Number(date.slice(8)), last.getUTCDate());
  return (new Date(first).toISOString().slice(0, 8) + String(day).padStart(2, '0')) as CivilDate;
}

/** Calendar days from one day to another; negative when the other comes first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return epochDay(to) - epochDay(from);
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekday(date: CivilDate): number {
  return ((((epochDay(date) + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

/** 1 January … 12 December. */
export function monthOf(date: CivilDate): number {
  return Number(date.slice(5, 7));
}

/** Name of the zone that all of China keeps, for databases and formats. */
export const CHINA_ZONE = 'Asia/Shanghai';

/** China has one zone, UTC+8; summer time was kept from 1986 to 1991 only. */
export const CHINA_AHEAD_MS = 8 * HOUR_MS;

const chinaIso = (moment: Date): string => new Date(moment.getTime() + CHINA_AHEAD_MS).toISOString();

/** The civil date of a moment in China. */
export function civilDateAt(moment: Date): CivilDate {
  return chinaIso(moment).slice(0, 10) as CivilDate;
}

/** The moment at which a civil date begins in China. */
export function startOfDay(date: CivilDate): Date {
  return new Date(epochDay(date) * DAY_MS - CHINA_AHEAD_MS);
}

/** The last moment of a civil date in China, to the millisecond. */
export const endOfDay = (date: CivilDate): Date => new Date(startOfDay(date).getTime() + DAY_MS - 1);

/** The moment at which a year begins in China. */
export const startOfYear = (year: number): Date => new Date(Date.UTC(year, 0, 1) - CHINA_AHEAD_MS);

/** A moment with China's offset to the second, "2026-11-21T10:02:00+08:00" (ISO 8601). */
export const chinaTimestamp = (moment: Date): string => `${chinaIso(moment).slice(0, 19)}+08:00`;

/** Date and time of a moment in China to the minute, "2026-11-21 10:02". */
export function civilMinuteAt(moment: Date): string {
  return chinaIso(moment).slice(0, 16).replace('T', ' ');
}
