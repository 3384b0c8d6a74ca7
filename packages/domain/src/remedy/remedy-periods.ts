import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { addWorkingDays, type DerivedDate, endOfCalendarPeriod } from '../calendar/working-days.ts';
import { type CivilDate, civilDate, epochDay, yearOf } from '../kernel/civil-date.ts';

interface PeriodRow {
  readonly step: string;
  readonly length: number;
  readonly unit: 'day' | 'workingDay' | 'month' | 'year';
  readonly source: string;
}

/** Periods of reconsideration and litigation (applications.md §12.3). */
export const REMEDY_PERIODS = {
  reviewApplication: { step: '申请行政复议', length: 60, unit: 'day', source: '行政复议法第二十条第一款' },
  reviewApplicationUntold: {
    step: '申请行政复议（未告知权利、机关、期限），自知道行为内容之日起最长',
    length: 1,
    unit: 'year',
    source: '行政复议法第二十条第三款',
  },
  reviewApplicationAbsolute: {
    step: '申请行政复议，自行为作出之日起最长',
    length: 5,
    unit: 'year',
    source: '行政复议法第二十一条',
  },
  reviewApplicationLand: {
    step: '因不动产申请行政复议，自行为作出之日起最长',
    length: 20,
    unit: 'year',
    source: '行政复议法第二十一条',
  },
  reviewExamination: {
    step: '审查复议申请，逾期视为受理',
    length: 5,
    unit: 'workingDay',
    source: '行政复议法第三十条',
  },
  answerOrdinary: {
    step: '被申请人答复并提交证据（普通程序）',
    length: 10,
    unit: 'workingDay',
    source: '行政复议法第四十八条',
  },
  answerSimplified: {
    step: '被申请人答复并提交证据（简易程序）',
    length: 5,
    unit: 'workingDay',
    source: '行政复议法第五十四条',
  },
  decisionOrdinary: {
    step: '作出复议决定（普通程序）',
    length: 60,
    unit: 'day',
    source: '行政复议法第六十二条第一款',
  },
  decisionExtension: {
    step: '复议决定的延长',
    length: 30,
    unit: 'day',
    source: '行政复议法第六十二条第一款',
  },
  decisionSimplified: {
    step: '作出复议决定（简易程序）',
    length: 30,
    unit: 'day',
    source: '行政复议法第六十二条第二款',
  },
  suitAfterReview: {
    step: '对复议决定不服起诉',
    length: 15,
    unit: 'day',
    source: '行政复议法第三十四条；行政诉讼法第四十五条',
  },
  directSuit: { step: '直接起诉', length: 6, unit: 'month', source: '行政诉讼法第四十六条第一款' },
  directSuitAbsolute: {
    step: '直接起诉，自行为作出之日起最长',
    length: 5,
    unit: 'year',
    source: '行政诉讼法第四十六条第二款',
  },
  directSuitLand: {
    step: '因不动产直接起诉，自行为作出之日起最长',
    length: 20,
    unit: 'year',
    source: '行政诉讼法第四十六条第二款',
  },
  judgment: {
    step: '履行公开判决',
    length: 20,
    unit: 'workingDay',
    source: '法释〔2025〕8号第十一条',
  },
  reviewOpinion: {
    step: '报告行政复议意见书的落实情况',
    length: 60,
    unit: 'day',
    source: '行政复议法第七十六条',
  },
} as const satisfies Readonly<Record<string, PeriodRow>>;

export type RemedyPeriod = keyof typeof REMEDY_PERIODS;

/** The same day some months on, else the last day of that month [U]. */
function monthsOn(date: CivilDate, months: number): CivilDate {
  const counted = Number(date.slice(5, 7)) - 1 + months;
  const year = yearOf(date) + Math.floor(counted / 12);
  let day = Number(date.slice(8));
  let found = civilDate(year, (counted % 12) + 1, day);
  while (found === undefined) {
    day -= 1;
    found = civilDate(year, (counted % 12) + 1, day);
  }
  return found;
}

/**
 * The last day of a period that starts after a day, which is not counted; one counted in days, months or years that
 * ends on a day of rest ends on the first day after it (行政复议法88; 民事诉讼法85).
 */
export function endOfRemedyPeriod(
  calendar: WorkingCalendar,
  period: RemedyPeriod,
  start: CivilDate,
): DerivedDate {
  const { length, unit } = REMEDY_PERIODS[period];
  if (unit === 'workingDay') return addWorkingDays(calendar, start, length);
  if (unit === 'day') return endOfCalendarPeriod(calendar, start, length);
  const last = monthsOn(start, unit === 'month' ? length : length * 12);
  return endOfCalendarPeriod(calendar, start, epochDay(last) - epochDay(start));
}

/** From when the 60 days for review run (行政复议法20). */
export interface ReviewStart {
  /** Day on which the person knew of the act. */
  readonly knownOn: CivilDate;
  /** Day on which the person was told of right, organ and period; `null` while that was not done. */
  readonly toldOn: CivilDate | null;
}

/**
 * The last day to apply for review: 60 days from being told, and whoever is not told has at most a year from knowing
 * of the act.
 */
export function reviewApplicationEnd(
  calendar: WorkingCalendar,
  { knownOn, toldOn }: ReviewStart,
): DerivedDate {
  const longest = endOfRemedyPeriod(calendar, 'reviewApplicationUntold', knownOn);
  if (toldOn === null) return longest;
  const end = endOfRemedyPeriod(calendar, 'reviewApplication', toldOn > knownOn ? toldOn : knownOn);
  return end.date < longest.date ? end : longest;
}
