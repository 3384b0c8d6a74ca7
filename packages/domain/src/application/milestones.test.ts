import { describe, expect, it } from 'vitest';
import { OFFICIAL_YEARS } from '../calendar/official-years.ts';
import { createCalendar } from '../calendar/working-calendar.ts';
import { addWorkingDays, dueDate } from '../calendar/working-days.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { type MilestoneRules, milestonesOf, trafficLight, workingDaysBefore } from './milestones.ts';
import { type ReminderDates, remindersFor } from './reminders.ts';

const calendar = createCalendar(OFFICIAL_YEARS);
const day = (text: string): CivilDate => text as CivilDate;
const RULES: MilestoneRules = {
  dispatchPercent: 13,
  unitPercent: 80,
  firstDays: 10,
  secondDays: 5,
  lastDays: 1,
  correctionReminderDay: 5,
};

describe('the times inside the office', () => {
  const dates = (received: string, quota: number) =>
    milestonesOf(addWorkingDays(calendar, day(received), quota), RULES).map(({ on }) => on);

  it('are those of the old rule of 15 working days: 2, 12, 15', () => {
    const of = (n: number) => addWorkingDays(calendar, day('2026-03-02'), n).date;
    expect(dates('2026-03-02', 15)).toEqual([of(2), of(12), of(15)]);
  });

  it('of 20 working days are the third, the sixteenth and the twentieth', () => {
    expect(dates('2026-03-02', 20)).toEqual(['2026-03-05', '2026-03-24', '2026-03-30']);
  });

  it('leave out the days of a consultation, and grow with an extension', () => {
    const excluded = [{ after: day('2026-03-03'), upTo: day('2026-03-10') }];
    const due = dueDate(calendar, day('2026-03-02'), 20, excluded);
    expect(milestonesOf(due, RULES).map(({ on }) => on)).toEqual(['2026-03-12', '2026-03-31', '2026-04-07']);
    expect(dates('2026-03-02', 40)[1]).toBe(addWorkingDays(calendar, day('2026-03-02'), 32).date);
  });

  it('of a deferred reply are its last day alone', () => {
    const deferred = { date: day('2026-06-30'), provisional: false, calendarVersion: '', days: [] };
    expect(milestonesOf(deferred, RULES)).toEqual([
      { kind: 'office', title: '工作机构答复', on: '2026-06-30' },
    ]);
  });
});

describe('the light', () => {
  // 2026-02-10 is the last day of X6; the holiday begins on 02-15, 02-14 is worked.
  it.each([
    ['2026-02-02', 'green', 6, '还剩6个工作日'],
    ['2026-02-03', 'yellow', 5, '还剩5个工作日'],
    ['2026-02-08', 'yellow', 2, '还剩2个工作日'],
    ['2026-02-09', 'orange', 1, '还剩1个工作日'],
    ['2026-02-10', 'orange', 0, '今日到期'],
    ['2026-02-11', 'red', -1, '已逾期1个工作日'],
    ['2026-02-15', 'red', -4, '已逾期4个工作日'],
  ] as const)('on %s is %s', (today, colour, daysLeft, words) => {
    expect(trafficLight(day('2026-02-10'), day(today), calendar, RULES)).toEqual({ colour, daysLeft, words });
  });

  it('is red on the Saturday after a last Friday, although no working day has passed', () => {
    expect(trafficLight(day('2026-03-13'), day('2026-03-14'), calendar, RULES)).toEqual({
      colour: 'red',
      daysLeft: 0,
      words: '已逾期',
    });
  });

  it('days before a last day are counted back over holidays', () => {
    expect(workingDaysBefore(calendar, day('2026-02-26'), 2)).toBe('2026-02-24');
    expect(workingDaysBefore(calendar, day('2026-02-26'), 3)).toBe('2026-02-14');
    expect(workingDaysBefore(calendar, day('2026-02-26'), 0)).toBe('2026-02-26');
  });
});

const NONE: ReminderDates = {
  due: null,
  isProvisional: false,
  correctableSince: null,
  correctionNoticeLimit: null,
  consultations: [],
  waiting: null,
  confirmation: null,
  dispatchBy: null,
  unitBy: null,
  answerBy: null,
};

describe('reminders', () => {
  const of = (dates: Partial<ReminderDates>, since: string, today: string) =>
    remindersFor({ ...NONE, ...dates }, day(today), calendar, RULES, day(since));

  it('of the reply come ten, five and one working days before, on the day, and every day after it', () => {
    const found = of({ due: day('2026-03-30') }, '2026-03-01', '2026-04-02');
    expect(found.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
      '2026-03-16 due',
      '2026-03-23 due',
      '2026-03-27 due',
      '2026-03-30 due',
      '2026-03-31 overdue',
      '2026-04-01 overdue',
      '2026-04-02 overdue',
    ]);
    expect(found[0]).toMatchObject({ who: ['drafter'], words: '距答复期限还有10个工作日，2026-03-30届满。' });
    expect(found[1]?.who).toEqual(['drafter', 'unitHead']);
    expect(found[6]?.who).toContain('supervisor');
    expect(found[6]?.words).toBe('答复期限2026-03-30已过，已逾期3个工作日，请立即办理。');
  });

  it('of one day are those of that day', () => {
    expect(remindersFor({ ...NONE, due: day('2026-03-30') }, day('2026-03-24'), calendar, RULES)).toEqual([]);
    const last = remindersFor({ ...NONE, due: day('2026-03-30') }, day('2026-03-30'), calendar, RULES);
    expect(last.map(({ words }) => words)).toEqual(['答复期限今日届满（条例第三十三条）。']);
  });

  it('say of a provisional date that it may move', () => {
    const [found] = of({ due: day('2027-01-08'), isProvisional: true }, '2027-01-07', '2027-01-07');
    expect(found?.words).toBe(
      '距答复期限还有1个工作日，2027-01-08届满（暂定，待国务院办公厅公布2027年节假日安排后重算）。',
    );
  });

  it('of the notice of correction come on the fifth and the seventh working day', () => {
    const dates = { correctableSince: day('2025-04-25'), correctionNoticeLimit: day('2025-05-08') };
    const found = of(dates, '2025-04-25', '2025-05-31');
    expect(found.map(({ on }) => on)).toEqual(['2025-05-06', '2025-05-08']);
    const late = { ...dates, correctionNoticeLimit: day('2025-05-06') };
    expect(of(late, '2025-04-25', '2025-05-31')).toHaveLength(1);
  });

  it('of what others let pass come when the office can act on it', () => {
    const found = of(
      {
        consultations: [
          { kind: 'thirdPartyConsultation', lapsesOn: day('2025-10-24') },
          { kind: 'coMakerConsultation', lapsesOn: day('2025-10-27') },
        ],
        waiting: { reason: 'fee', until: day('2025-10-29') },
      },
      '2025-10-01',
      '2025-10-31',
    );
    expect(found.map(({ on, kind }) => [on, kind])).toEqual([
      ['2025-10-24', 'consultationLapse'],
      ['2025-10-27', 'consultationLapse'],
      ['2025-10-30', 'paymentLapse'],
    ]);
    expect(found[1]?.words).toContain('视为同意公开');
    const [correction] = of(
      { waiting: { reason: 'correction', until: day('2025-05-29') } },
      '2025-05-29',
      '2025-05-31',
    );
    expect(correction).toMatchObject({ kind: 'correctionLapse', on: '2025-05-30' });
  });

  it('of confirmation, the times inside the office and an answer to a reconsideration go to whom they concern', () => {
    const found = of(
      {
        confirmation: { by: day('2026-03-03'), alarmOn: day('2026-03-04') },
        dispatchBy: day('2026-03-05'),
        unitBy: day('2026-03-24'),
        answerBy: day('2026-03-26'),
      },
      '2026-03-01',
      '2026-03-31',
    );
    expect(found.map(({ on, who }) => [on, who[0]])).toEqual([
      ['2026-03-03', 'disclosureOfficer'],
      ['2026-03-04', 'disclosureOfficer'],
      ['2026-03-05', 'disclosureOfficer'],
      ['2026-03-24', 'drafter'],
      ['2026-03-25', 'disclosureOfficer'],
      ['2026-03-26', 'disclosureOfficer'],
    ]);
    expect(found[1]?.who).toContain('disclosureOfficeHead');
  });
});
