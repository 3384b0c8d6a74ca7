import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import type { Role } from '../permission/roles.ts';
import { type MilestoneRules, trafficLight, workingDaysBefore } from './milestones.ts';

/** One reminder of an open request to amend a record; nothing in it names a person. */
export interface AmendmentReminder {
  readonly kind: 'due' | 'overdue';
  readonly on: CivilDate;
  readonly who: readonly Role[];
  readonly words: string;
}

const OFFICE = ['disclosureOfficer', 'disclosureOfficeHead'] as const satisfies readonly Role[];

function beforeDue(
  due: CivilDate,
  calendar: WorkingCalendar,
  { secondDays, lastDays }: MilestoneRules,
): readonly AmendmentReminder[] {
  const ahead = [...new Set([secondDays, lastDays])].filter((days) => days > 0);
  return [...ahead, 0].map((days) => ({
    kind: 'due',
    on: workingDaysBefore(calendar, due, days),
    who: OFFICE,
    words:
      days === 0
        ? '办理期限今日届满，请核实后更正、说明理由或者转送（条例第四十一条）。'
        : `距办理期限还有${days}个工作日，${due}届满。`,
  }));
}

/**
 * What the office is reminded of while a request to amend a record is open (条例41; the period is the organ's own): on
 * the days of the second and the last reminder of applications, on the last day, and on every day after it.
 *
 * @param since the first day that nobody has looked at yet
 */
export function amendmentReminders(
  due: CivilDate,
  [since, today]: readonly [CivilDate, CivilDate],
  calendar: WorkingCalendar,
  rules: MilestoneRules,
): readonly AmendmentReminder[] {
  const overdue: AmendmentReminder[] = [];
  for (let on = since > due ? since : addDays(due, 1); on <= today; on = addDays(on, 1)) {
    const { words } = trafficLight(due, on, calendar, rules);
    overdue.push({ kind: 'overdue', on, who: OFFICE, words: `办理期限${due}已过，${words}，请立即办理。` });
  }
  return [...beforeDue(due, calendar, rules), ...overdue].filter(({ on }) => since <= on && on <= today);
}
