import { type CivilDate, yearOf } from '../kernel/civil-date.ts';
import type { StatisticMonth } from './statistic-entry.ts';

const monthOf = (day: CivilDate): number => Number(day.slice(5, 7));

/** How many months have gone since the beginning of the Christian era; months sort and subtract by it. */
const monthNumber = ({ year, month }: StatisticMonth): number => year * 12 + month;

const monthNumberOn = (day: CivilDate): number => yearOf(day) * 12 + monthOf(day);

/** Whether the month has ended: only then is its figure final (annual-report.md §4: 31 December closes the year). */
export const hasEnded = (month: StatisticMonth, today: CivilDate): boolean =>
  monthNumber(month) < monthNumberOn(today);

/** Whether the month has not begun. */
export const isAhead = (month: StatisticMonth, today: CivilDate): boolean =>
  monthNumber(month) > monthNumberOn(today);

/** The months of a year that have ended, 1–12: for these figures are owed. */
export function endedMonths(year: number, today: CivilDate): readonly number[] {
  const count = Math.min(12, Math.max(0, monthNumberOn(today) - monthNumber({ year, month: 1 })));
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Last month in which figures of the year before are still asked for: no report is published after 31 March (条例49). */
const LAST_REPORT_MONTH = 3;

/** The years whose figures are asked for on a day: this year, and the year before until its reports are out. */
export const yearsAskedFor = (today: CivilDate): readonly number[] =>
  monthOf(today) <= LAST_REPORT_MONTH ? [yearOf(today) - 1, yearOf(today)] : [yearOf(today)];

const runWords = (from: number, to: number): string =>
  from === to ? `${from}月` : to === from + 1 ? `${from}月、${to}月` : `${from}月至${to}月`;

/** Months in words, those in a row together: 1月、3月至5月. */
export function monthsWords(months: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const month of months.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && month === last.to + 1) last.to = month;
    else runs.push({ from: month, to: month });
  }
  return runs.map(({ from, to }) => runWords(from, to)).join('、');
}

/** From December on every organ is asked, whether it has begun or not: the year's report is near. */
const FIRST_REPORT_MONTH = 12;

export const isReportSeason = (today: CivilDate): boolean =>
  monthOf(today) >= FIRST_REPORT_MONTH || monthOf(today) <= LAST_REPORT_MONTH;
