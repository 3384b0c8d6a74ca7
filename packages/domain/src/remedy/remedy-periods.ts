import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { addWorkingDays, type DerivedDate, endOfCalendarPeriod } from '../calendar/working-days.ts';
import { type CivilDate, civilDate, epochDay, yearOf } from '../kernel/civil-date.ts';

/** In what a period is counted; `fixed`: a document names its last day. */
export const PERIOD_UNITS = {
  day: '日',
  workingDay: '个工作日',
  month: '个月',
  year: '年',
  fixed: '',
} as const;

export type PeriodUnit = keyof typeof PERIOD_UNITS;

export const PERIOD_UNIT_NAMES = Object.keys(PERIOD_UNITS) as readonly PeriodUnit[];

/** How long a period is. */
export interface PeriodLength {
  readonly length: number;
  readonly unit: PeriodUnit;
}

interface PeriodRow {
  readonly step: string;
  readonly length: number;
  readonly unit: Exclude<PeriodUnit, 'fixed'>;
  readonly source: string;
  /** The reference does not hold it: it is shown as 待确认, and a setting says whether it is followed [U]. */
  readonly unconfirmed?: true;
}

/** Periods of reconsideration and litigation (applications.md §12.3). */
export const REMEDY_PERIODS = {
  reconsiderationApplication: {
    step: '申请行政复议',
    length: 60,
    unit: 'day',
    source: '行政复议法第二十条第一款',
  },
  reconsiderationApplicationUntold: {
    step: '申请行政复议（未告知权利、机关、期限），自知道行为内容之日起最长',
    length: 1,
    unit: 'year',
    source: '行政复议法第二十条第三款',
  },
  reconsiderationApplicationAbsolute: {
    step: '申请行政复议，自行为作出之日起最长',
    length: 5,
    unit: 'year',
    source: '行政复议法第二十一条',
  },
  reconsiderationApplicationLand: {
    step: '因不动产申请行政复议，自行为作出之日起最长',
    length: 20,
    unit: 'year',
    source: '行政复议法第二十一条',
  },
  reconsiderationExamination: {
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
  suitAfterReconsideration: {
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
  directSuitUntold: {
    step: '直接起诉（未告知起诉期限），自知道行为内容之日起最长',
    length: 1,
    unit: 'year',
    source: '法释〔2018〕1号第六十四条第一款',
    unconfirmed: true,
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
  appealJudgment: {
    step: '对一审判决上诉',
    length: 15,
    unit: 'day',
    source: '行政诉讼法第八十五条',
  },
  appealRuling: {
    step: '对一审裁定上诉',
    length: 10,
    unit: 'day',
    source: '行政诉讼法第八十五条',
  },
  // What was received before 2024 goes on under the law as it was amended in 2017, of whose periods only those of five and
  // seven days are working days (its article 40).
  examinationFormer: {
    step: '审查复议申请（2023年修订以前的规定）',
    length: 5,
    unit: 'workingDay',
    source: '行政复议法（2017年修正）第十七条、第四十条',
    unconfirmed: true,
  },
  answerFormer: {
    step: '被申请人答复并提交证据（2023年修订以前的规定）',
    length: 10,
    unit: 'day',
    source: '行政复议法（2017年修正）第二十三条第一款',
    unconfirmed: true,
  },
  decisionFormer: {
    step: '作出复议决定（2023年修订以前的规定）',
    length: 60,
    unit: 'day',
    source: '行政复议法（2017年修正）第三十一条第一款',
    unconfirmed: true,
  },
  opinionFormer: {
    step: '报告行政复议意见书的落实情况（2023年修订以前的规定）',
    length: 60,
    unit: 'day',
    source: '行政复议法实施条例第五十七条',
    unconfirmed: true,
  },
  reconsiderationOpinion: {
    step: '报告行政复议意见书的落实情况',
    length: 60,
    unit: 'day',
    source: '行政复议法第七十六条',
  },
} as const satisfies Readonly<Record<string, PeriodRow>>;

export type RemedyPeriod = keyof typeof REMEDY_PERIODS;

/** Whether the reference confirms a period; what it does not is shown as 待确认. */
export function isUnconfirmedPeriod(period: RemedyPeriod): boolean {
  const { unconfirmed }: PeriodRow = REMEDY_PERIODS[period];
  return unconfirmed === true;
}

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

/** A decision that may take 30 days longer has one period, of which only the end moves from a day of rest (复议法62). */
export const EXTENDED_DECISION_DAYS =
  REMEDY_PERIODS.decisionOrdinary.length + REMEDY_PERIODS.decisionExtension.length;

/** The last day of such a decision. */
export const endOfExtendedDecision = (calendar: WorkingCalendar, start: CivilDate): DerivedDate =>
  endOfCalendarPeriod(calendar, start, EXTENDED_DECISION_DAYS);

/** From when the 60 days for reconsideration run (行政复议法20). */
export interface ReconsiderationStart {
  /** Day on which the person knew of the act. */
  readonly knownOn: CivilDate;
  /** Day on which the person was told of right, organ and period; `null` while that was not done. */
  readonly toldOn: CivilDate | null;
}

/**
 * The last day to apply for reconsideration: 60 days from being told, and whoever is not told has at most a year from knowing
 * of the act.
 */
export function reconsiderationApplicationEnd(
  calendar: WorkingCalendar,
  { knownOn, toldOn }: ReconsiderationStart,
): DerivedDate {
  const longest = endOfRemedyPeriod(calendar, 'reconsiderationApplicationUntold', knownOn);
  if (toldOn === null) return longest;
  const end = endOfRemedyPeriod(calendar, 'reconsiderationApplication', toldOn > knownOn ? toldOn : knownOn);
  return end.date < longest.date ? end : longest;
}
