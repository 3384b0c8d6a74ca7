import { parseCivilDate, weekday } from '@zhaoshi/domain/kernel/civil-date';
import type { ShownDay } from './calendar-types.ts';

/** The days of the week in the order of the calendar, Monday first. */
export const WEEK: readonly string[] = ['一', '二', '三', '四', '五', '六', '日'];

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: string): number {
  const day = parseCivilDate(date);
  if (day === undefined) throw new Error('not a day');
  return weekday(day);
}

/** How a day is drawn: each kind has its own ground and, but for a plain working day, its own character. */
export type DayLook = 'work' | 'makeUp' | 'weekend' | 'holiday';

const LOOKS = {
  weekday: 'work',
  makeUpWorkday: 'makeUp',
  weekend: 'weekend',
  publicHoliday: 'holiday',
  regionalHoliday: 'holiday',
  expectedHoliday: 'holiday',
} as const satisfies Readonly<Record<ShownDay['reason'], DayLook>>;

export const lookOf = ({ reason }: Pick<ShownDay, 'reason'>): DayLook => LOOKS[reason];

const dayOf = (date: string): number => Number(date.slice(8));

/** The days of a month that are out of the ordinary, as lines: `1日至3日 元旦`. */
export function notesOf(days: readonly ShownDay[]): readonly string[] {
  const stretches: ShownDay[][] = [];
  for (const day of days) {
    if (day.reason === 'weekday' || day.reason === 'weekend') continue;
    const last = stretches.at(-1);
    const before = last?.at(-1);
    const goesOn =
      before !== undefined &&
      before.reason === day.reason &&
      before.name === day.name &&
      dayOf(day.date) === dayOf(before.date) + 1;
    if (goesOn) last?.push(day);
    else stretches.push([day]);
  }
  return stretches.map((stretch) => {
    const [first, last] = [stretch[0], stretch.at(-1)];
    if (first === undefined || last === undefined) return '';
    const span = first === last ? `${dayOf(first.date)}日` : `${dayOf(first.date)}日至${dayOf(last.date)}日`;
    return first.reason === 'makeUpWorkday' ? `${span} 调休上班` : `${span} ${first.name ?? ''}`;
  });
}
