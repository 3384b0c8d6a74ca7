import { CHINA_ZONE, civilDateAt, daysBetween, parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';

const MOMENT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: CHINA_ZONE,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const LONG_DATE = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

const WEEKDAY = new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', weekday: 'short' });

/** A moment of the server as people of the office read it: Beijing time, to the minute. */
export const shownMoment = (moment: string): string => MOMENT.format(new Date(moment));

/** A day (`2026-01-31`) as people read it. */
export const shownDate = (date: string): string => LONG_DATE.format(new Date(date));

/** Words that are a day and nothing else, as people read it; all others as they are. */
export const shownWords = (words: string): string =>
  parseCivilDate(words) === undefined ? words : shownDate(words);

/** 周一 … 周日. */
export const weekdayName = (date: string): string => WEEKDAY.format(new Date(date));

/** Days from today in Beijing to a day; negative once it has passed. */
export function daysUntil(date: string, now: Date): number {
  const day = parseCivilDate(date);
  if (day === undefined) throw new Error('not a day');
  return daysBetween(civilDateAt(now), day);
}
