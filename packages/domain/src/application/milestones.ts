import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { countWorkingDays, type DerivedDate } from '../calendar/working-days.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';

/** Settings [U] of the times inside the office and of reminders (applications.md §§2, 16). */
export interface MilestoneRules {
  /** Shares of the reply period, in percent: dispatched to a unit; handed in by the unit. */
  readonly dispatchPercent: number;
  readonly unitPercent: number;
  /** Working days before the last day: first, second and last reminder; 0 of the first two is none. */
  readonly firstDays: number;
  readonly secondDays: number;
  readonly lastDays: number;
  /** Working day after receipt on which the office is asked whether a correction is needed. */
  readonly correctionReminderDay: number;
}

export interface Milestone {
  readonly kind: 'dispatch' | 'unit' | 'office';
  readonly title: string;
  readonly on: CivilDate;
}

/** The counted day that ends a share of the period; at least the first. */
function dayAt({ days, date }: DerivedDate, percent: number): CivilDate {
  const counted = days.filter(({ count }) => count !== null);
  const place = Math.max(1, Math.round((counted.length * percent) / 100));
  return counted[place - 1]?.date ?? date;
}

/**
 * The times inside the office as shares of the reply period, so that an extension moves them too. A deferred reply
 * (条例35) has no counted days and so no milestones but its last day.
 */
export function milestonesOf(
  due: DerivedDate,
  { dispatchPercent, unitPercent }: MilestoneRules,
): readonly Milestone[] {
  const office: Milestone = { kind: 'office', title: '工作机构答复', on: due.date };
  if (due.days.length === 0) return [office];
  return [
    { kind: 'dispatch', title: '转承办单位', on: dayAt(due, dispatchPercent) },
    { kind: 'unit', title: '承办单位提交答复稿', on: dayAt(due, unitPercent) },
    office,
  ];
}

/** The working day with so many working days after it up to a last day; for 0 the last day itself. */
export function workingDaysBefore(calendar: WorkingCalendar, last: CivilDate, days: number): CivilDate {
  let date = last;
  for (let left = days; left > 0; ) {
    date = addDays(date, -1);
    if (calendar.day(date).working) left -= 1;
  }
  return date;
}

export interface TrafficLight {
  readonly colour: 'red' | 'orange' | 'yellow' | 'green';
  /** Working days to the last day; negative once it has passed. */
  readonly daysLeft: number;
  readonly words: string;
}

function lightWords(daysLeft: number, isOverdue: boolean): string {
  if (isOverdue) return daysLeft === 0 ? '已逾期' : `已逾期${-daysLeft}个工作日`;
  return daysLeft === 0 ? '今日到期' : `还剩${daysLeft}个工作日`;
}

/** How near the last day is: overdue, on the last reminder, from the second reminder on, or further away. */
export function trafficLight(
  due: CivilDate,
  today: CivilDate,
  calendar: WorkingCalendar,
  { secondDays, lastDays }: Pick<MilestoneRules, 'secondDays' | 'lastDays'>,
): TrafficLight {
  const isOverdue = today > due;
  // On a Saturday after a Friday no working day is left and none has passed; it is overdue all the same.
  const daysLeft = isOverdue
    ? 0 - countWorkingDays(calendar, due, today)
    : countWorkingDays(calendar, today, due);
  const words = lightWords(daysLeft, isOverdue);
  if (isOverdue) return { colour: 'red', daysLeft, words };
  if (daysLeft <= lastDays) return { colour: 'orange', daysLeft, words };
  return { colour: daysLeft <= secondDays ? 'yellow' : 'green', daysLeft, words };
}
