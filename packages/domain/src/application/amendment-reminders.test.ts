import { describe, expect, it } from 'vitest';
import { day } from '../../test/sample-letter.ts';
import { OFFICIAL_YEARS } from '../calendar/official-years.ts';
import { createCalendar } from '../calendar/working-calendar.ts';
import { amendmentReminders } from './amendment-reminders.ts';
import type { MilestoneRules } from './milestones.ts';

const calendar = createCalendar(OFFICIAL_YEARS);
const RULES: MilestoneRules = {
  dispatchPercent: 13,
  unitPercent: 80,
  firstDays: 10,
  secondDays: 5,
  lastDays: 1,
  correctionReminderDay: 5,
};

// 2026-02-10 is a Tuesday.
const reminders = (since: string, today: string, rules: MilestoneRules = RULES) =>
  amendmentReminders(day('2026-02-10'), [day(since), day(today)], calendar, rules).map(
    ({ on, kind, words }) => `${on} ${kind} ${words}`,
  );

describe('reminders of a request to amend a record', () => {
  it('come on the fifth and the last working day before, on the day, and every day after', () => {
    expect(reminders('2026-01-20', '2026-02-12')).toEqual([
      '2026-02-03 due 距办理期限还有5个工作日，2026-02-10届满。',
      '2026-02-09 due 距办理期限还有1个工作日，2026-02-10届满。',
      '2026-02-10 due 办理期限今日届满，请核实后更正、说明理由或者转送（条例第四十一条）。',
      '2026-02-11 overdue 办理期限2026-02-10已过，已逾期1个工作日，请立即办理。',
      '2026-02-12 overdue 办理期限2026-02-10已过，已逾期2个工作日，请立即办理。',
    ]);
  });

  it('are those of the days that nobody has looked at', () => {
    expect(reminders('2026-02-04', '2026-02-08')).toEqual([]);
    expect(reminders('2026-02-12', '2026-02-12')).toHaveLength(1);
  });

  it('leave out the one that the organ does not want', () => {
    expect(reminders('2026-01-20', '2026-02-10', { ...RULES, secondDays: 0 })).toHaveLength(2);
  });

  it('go to the disclosure office', () => {
    const [first] = amendmentReminders(
      day('2026-02-10'),
      [day('2026-02-10'), day('2026-02-10')],
      calendar,
      RULES,
    );
    expect(first?.who).toEqual(['disclosureOfficer', 'disclosureOfficeHead']);
  });
});
