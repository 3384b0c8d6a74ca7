import { workingDaysBefore } from '../../application/milestones.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { addWorkingDays, type DerivedDate } from '../../calendar/working-days.ts';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { PublicationRules } from './period-rule.ts';

export const ALARMS = {
  first: '公开期限将到，第一次提醒',
  second: '公开期限将到，再次提醒',
  last: '公开期限即将届满，最后提醒',
  interpretationMissing: '文件已经发布，仍无解读',
} as const;

/** A day on which somebody is told. */
export interface Alarm {
  readonly kind: keyof typeof ALARMS;
  readonly on: CivilDate;
}

interface Context {
  readonly calendar: WorkingCalendar;
  readonly rules: PublicationRules;
}

/** No reminder reaches further back; what was due right after the calendar's first day needs none any more. */
const REACH_DAYS = 60;

/** Reminders before the last day, earliest first; those that would come before the period has begun are left out. */
export function alarmsBefore(due: DerivedDate | null, { calendar, rules }: Context): readonly Alarm[] {
  // A period that runs backwards lists its days from the last one down; its first day is not the beginning.
  const begins = due?.days[0]?.date;
  if (due === null || begins === undefined) return [];
  if (addDays(due.date, -REACH_DAYS) < calendar.firstDay) return [];
  const { firstReminderDays, secondReminderDays, lastReminderDays } = rules;
  const wanted = [
    ...(firstReminderDays > 0 ? [{ kind: 'first', days: firstReminderDays } as const] : []),
    ...(secondReminderDays > 0 ? [{ kind: 'second', days: secondReminderDays } as const] : []),
    { kind: 'last', days: lastReminderDays } as const,
  ];
  const isBackwards = begins > due.date;
  return wanted
    .map(({ kind, days }) => ({ kind, on: workingDaysBefore(calendar, due.date, days) }))
    .filter(({ on }) => isBackwards || on >= begins)
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/** When the office is told that a published policy has no interpretation yet (publication.md §7). */
export const interpretationAlarm = (
  documentPublishedOn: CivilDate | null,
  { calendar, rules }: Context,
): readonly Alarm[] =>
  documentPublishedOn === null || documentPublishedOn < calendar.firstDay
    ? []
    : [
        {
          kind: 'interpretationMissing',
          on: addWorkingDays(calendar, documentPublishedOn, rules.interpretationAlarmDays).date,
        },
      ];
