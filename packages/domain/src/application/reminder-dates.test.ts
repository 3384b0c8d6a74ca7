import { describe, expect, it } from 'vitest';
import { effectiveYears } from '../calendar/effective-years.ts';
import { OFFICIAL_YEARS } from '../calendar/official-years.ts';
import { createCalendar } from '../calendar/working-calendar.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { ApplicationEvent } from './act.ts';
import type { ApplicationState } from './application-state.ts';
import { CLOCK_RULES } from './clock/clock-rules.ts';
import { replayApplication } from './evolve-application.ts';
import type { IntakeFacts } from './intake.ts';
import { reminderDatesOf } from './reminder-dates.ts';
import { recipientsOf } from './reminder-recipients.ts';
import { isDueSettled, wasToldDue } from './told-due.ts';

const d = (text: string) => text as CivilDate;
const calendar = createCalendar([...effectiveYears(OFFICIAL_YEARS, []).values()].map(({ file }) => file));

const state = (...events: readonly ApplicationEvent[]): ApplicationState =>
  replayApplication(
    events.map((event) => ({ event, by: 'officer' })),
    CLOCK_RULES,
  );

const registered = {
  type: 'register',
  on: d('2026-11-02'),
  receiptDate: d('2026-11-02'),
  isImported: false,
} as const;
const COUNTER: IntakeFacts = {
  channel: 'counter',
  sentOn: null,
  arrivedOn: d('2026-11-02'),
  confirmedOn: null,
};

const datesOf = (of: ApplicationState, intake: IntakeFacts = COUNTER, organConsultationDays = 0) =>
  reminderDatesOf(of, intake, {
    calendar,
    clockRules: CLOCK_RULES,
    intakeRules: { confirmationDays: 1, confirmationAlarmDays: 2, entryDays: 2 },
    milestoneRules: {
      dispatchPercent: 13,
      unitPercent: 80,
      firstDays: 10,
      secondDays: 5,
      lastDays: 1,
      correctionReminderDay: 5,
    },
    organConsultationDays,
    today: d('2026-11-10'),
  });

const consulted = (kind: 'thirdPartyConsultation' | 'organConsultation') =>
  [
    registered,
    { type: 'takeUp', on: d('2026-11-03') },
    { type: 'sendConsultation', on: d('2026-11-04'), consultationId: 'c', kind, letterId: 'l' },
  ] as const;

describe('the dates that are reminded of', () => {
  it('of a case that nobody has taken are its last day, the notice of correction and both milestones', () => {
    expect(datesOf(state(registered))).toMatchObject({
      due: '2026-11-30',
      correctableSince: '2026-11-02',
      correctionNoticeLimit: '2026-11-11',
      dispatchBy: '2026-11-05',
      unitBy: '2026-11-24',
      waiting: null,
      confirmation: null,
    });
  });

  it('ask nobody to dispatch what somebody has, nor the unit for what it has handed in', () => {
    const taken = state(registered, { type: 'takeUp', on: d('2026-11-03') });
    expect(datesOf(taken)).toMatchObject({ dispatchBy: null, unitBy: '2026-11-24' });
    const handedIn = { ...taken, status: 'underReview' } as const;
    expect(datesOf(handedIn)).toMatchObject({ unitBy: null, correctionNoticeLimit: null, due: '2026-11-30' });
  });

  it('of a case that waits for a correction are those of the applicant only, once the notice is there', () => {
    const noticed = [
      registered,
      { type: 'noticeCorrection', on: d('2026-11-04'), letterId: 'l', days: 15, isLate: false },
    ] as const;
    expect(datesOf(state(...noticed))).toMatchObject({
      due: null,
      waiting: null,
      correctionNoticeLimit: null,
    });
    const delivered = state(...noticed, {
      type: 'deliverLetter',
      on: d('2026-11-05'),
      letterId: 'l',
      way: 'direct',
    });
    expect(datesOf(delivered).waiting).toEqual({ reason: 'correction', until: '2026-11-26' });
  });

  it('before the day of receipt are those of its confirmation', () => {
    const waiting = state({ ...registered, receiptDate: null });
    const email = { ...COUNTER, channel: 'email', arrivedOn: d('2026-11-06') } as const;
    expect(datesOf(waiting, email)).toMatchObject({
      due: null,
      confirmation: { by: '2026-11-09', alarmOn: '2026-11-10' },
    });
  });

  it('of another organ that was asked is the day that the office named, of a third party its own from receipt', () => {
    expect(datesOf(state(...consulted('organConsultation'))).consultations).toEqual([]);
    expect(datesOf(state(...consulted('organConsultation')), COUNTER, 5).consultations).toEqual([
      { kind: 'organConsultation', lapsesOn: '2026-11-11' },
    ]);
    const received = state(...consulted('thirdPartyConsultation'), {
      type: 'deliverLetter',
      on: d('2026-11-05'),
      letterId: 'l',
      way: 'direct',
    });
    expect(datesOf(received).consultations).toEqual([
      { kind: 'thirdPartyConsultation', lapsesOn: '2026-11-26' },
    ]);
  });
});

describe('who is reminded', () => {
  const officers = [
    { accountId: 'a', roles: ['drafter'] },
    { accountId: 'b', roles: ['disclosureOfficer', 'unitHead'] },
    { accountId: 'c', roles: ['disclosureOfficeHead'] },
  ] as const;
  const desk = { officerId: null, officers, supervisors: ['s'] };

  it('is the officer of the case, who has left the organ or never was there: the disclosure officers', () => {
    expect(recipientsOf(['drafter'], { ...desk, officerId: 'a' })).toEqual(['a']);
    expect(recipientsOf(['drafter'], { ...desk, officerId: 'gone' })).toEqual(['b']);
    expect(recipientsOf(['drafter'], desk)).toEqual(['b']);
  });

  it('is somebody even where there is no disclosure officer, and each once', () => {
    expect(recipientsOf(['drafter'], { ...desk, officers: officers.slice(0, 1) })).toEqual(['a']);
    expect(recipientsOf(['drafter', 'unitHead', 'disclosureOfficer', 'supervisor'], desk)).toEqual([
      'b',
      's',
    ]);
  });
});

describe('whether the applicant was told the last day', () => {
  const told = { ...registered, letterId: 'r' } as const;
  it('is so from the receipt on, unless the period began afresh or somebody was asked since', () => {
    expect(wasToldDue(state(registered))).toBe(false);
    expect(wasToldDue(state(told))).toBe(true);
    const asked = [told, ...consulted('thirdPartyConsultation').slice(1)];
    expect(wasToldDue(state(...asked))).toBe(false);
    const restarted = state(
      told,
      { type: 'noticeCorrection', on: d('2026-11-04'), letterId: 'l', days: 15, isLate: false },
      { type: 'acceptCorrection', on: d('2026-11-06') },
    );
    expect(wasToldDue(restarted)).toBe(false);
  });

  it('is settled but where somebody is asked whose period is not known', () => {
    expect(isDueSettled(state(told))).toBe(true);
    expect(isDueSettled(state(...consulted('thirdPartyConsultation')))).toBe(false);
    expect(isDueSettled(state(...consulted('organConsultation')))).toBe(false);
  });
});
