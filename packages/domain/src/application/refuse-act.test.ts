import { describe, expect, it } from 'vitest';
import { OFFICIAL_YEARS } from '../calendar/official-years.ts';
import { createCalendar } from '../calendar/working-calendar.ts';
import { PER_ITEM } from '../fee/tariff.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { ApplicationAct, ApplicationEvent } from './act.ts';
import { ACT_TEXTS } from './act-texts.ts';
import { CLOCK_RULES } from './clock/clock-rules.ts';
import { decideAct } from './decide-act.ts';
import { replayApplication } from './evolve-application.ts';
import type { ActorRole } from './transition.ts';

const day = (text: string): CivilDate => text as CivilDate;
const march = (date: number): CivilDate => day(`2026-03-${String(date).padStart(2, '0')}`);

const register: ApplicationEvent = {
  type: 'register',
  on: march(2),
  receiptDate: march(2),
  isImported: false,
};

const stateAfter = (events: readonly ApplicationEvent[]) =>
  replayApplication(
    events.map((event) => ({ event, by: 'writer' })),
    CLOCK_RULES,
  );

/** What stands against the act after the events; empty when it is accepted. */
function refused(
  events: readonly ApplicationEvent[],
  act: ApplicationAct,
  role: ActorRole = 'disclosureOfficeHead',
) {
  const decided = decideAct(
    stateAfter(events),
    {
      act,
      texts: Object.fromEntries(Object.keys(ACT_TEXTS[act.type]).map((key) => [key, '如实填写'])),
    },
    {
      calendar: createCalendar(OFFICIAL_YEARS),
      clockRules: CLOCK_RULES,
      caseRules: {
        minimumSearchPlaces: 2,
        requiredReviews: [],
        perItem: PER_ITEM,
        thirdPartyReliefDays: 15,
        retentionYears: 10,
        retentionYearsDisputed: 30,
      },
      today: day('2026-06-01'),
      actor: { id: 'other', roles: [role] },
    },
  );
  return decided.ok
    ? []
    : decided.error.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));
}

describe('the approval of a reply', () => {
  const submitted: readonly ApplicationEvent[] = [
    register,
    { type: 'draftReply', on: march(6), outcome: 'granted.provided' },
    { type: 'submitReply', on: march(9) },
    { type: 'returnReply', on: march(10) },
    { type: 'submitReply', on: march(12) },
  ];
  const approve = (on: CivilDate) => refused(submitted, { type: 'approveReply', on, letterId: 'L1' });

  it('is not older than the last submission of what is approved', () => {
    expect(approve(march(11))).toEqual(['approval-before-submission on']);
    expect(approve(march(12))).toEqual([]);
  });
});

describe('the day of receipt', () => {
  const waiting: ApplicationEvent = { ...register, receiptDate: null };
  const asked: ApplicationEvent = { type: 'logContact', on: march(4), reached: false };
  const confirm: ApplicationAct = { type: 'confirmReceipt', on: march(5) };

  it('is confirmed by both sides: not by the applicant before the office asked (条例31)', () => {
    expect(refused([waiting], confirm, 'applicant')).toEqual(['receipt-not-asked']);
    expect(refused([waiting, asked], confirm, 'applicant')).toEqual([]);
    expect(refused([waiting, asked], { ...confirm, on: march(3) }, 'applicant')).toEqual([
      'receipt-not-asked',
    ]);
  });

  it('is confirmed by the office without asking in writing first', () => {
    expect(refused([waiting], confirm, 'drafter')).toEqual([]);
  });
});

describe('a reply whose mail came back', () => {
  const delivered: readonly ApplicationEvent[] = [
    register,
    { type: 'draftReply', on: march(6), outcome: 'granted.provided' },
    { type: 'submitReply', on: march(9) },
    { type: 'approveReply', on: march(10), letterId: 'L1' },
    { type: 'deliverReply', on: march(11), letterId: 'L1', way: 'post' },
  ];
  const returned: readonly ApplicationEvent[] = [
    ...delivered,
    { type: 'noteReturnedMail', on: march(18), letterId: 'L1' },
  ];
  const again = { type: 'redeliverReply', on: march(19), letterId: 'L1', way: 'direct' } as const;

  it('is delivered again, also after the case is closed; the first day goes on counting', () => {
    expect(refused(returned, again, 'drafter')).toEqual([]);
    const closed: readonly ApplicationEvent[] = [...returned, { type: 'close', on: march(18) }];
    expect(refused(closed, again, 'drafter')).toEqual([]);
    const { status, result, clock, letters } = stateAfter([...closed, again]);
    expect({ status, result, ended: clock.ended, delivered: letters[0]?.delivered }).toEqual({
      status: 'closed',
      result: { outcome: 'granted.provided', on: march(11) },
      ended: { by: 'replied', on: march(11) },
      delivered: { on: march(11), way: 'post' },
    });
  });

  it('is what is delivered again: no other letter, and not before it came back', () => {
    expect(refused(delivered, again, 'drafter')).toEqual(['mail-not-returned letterId']);
    expect(refused(returned, { ...again, letterId: 'L2' }, 'drafter')).toEqual(['letter-unknown letterId']);
    expect(refused(returned, { ...again, on: march(10) }, 'drafter')).toEqual([
      'redelivery-before-delivery on',
    ]);
  });
});

describe('the end of a consultation', () => {
  const asked: readonly ApplicationEvent[] = [
    register,
    { type: 'takeUp', on: march(3) },
    {
      type: 'sendConsultation',
      on: march(4),
      consultationId: 'C',
      kind: 'thirdPartyConsultation',
      letterId: 'L0',
    },
    { type: 'deliverLetter', on: march(5), letterId: 'L0', way: 'post' },
  ];
  const lapse = { type: 'endConsultation', on: march(26), consultationId: 'C', how: 'lapse' } as const;

  it('by silence brings no opinion with it', () => {
    expect(refused(asked, { ...lapse, opinion: 'none' })).toEqual([]);
    for (const opinion of ['refuses', 'agrees', 'partly'] as const) {
      expect(refused(asked, { ...lapse, opinion })).toEqual(['opinion-without-answer opinion']);
    }
  });
});

describe('a fee', () => {
  const received = (receiptDate: CivilDate): readonly ApplicationEvent[] => [
    { ...register, receiptDate, on: receiptDate },
    { type: 'takeUp', on: receiptDate },
  ];
  const notice = (on: CivilDate): ApplicationAct => ({
    type: 'noticeFee',
    on,
    letterId: 'L1',
    basis: 'perPage',
    count: 31,
    amount: 10_00,
  });

  it('is asked only where the application came after the tariff was in force, 2021-01-01 (109号)', () => {
    expect(refused(received(day('2020-12-31')), notice(day('2021-01-04')))).toEqual(['fee-before-tariff']);
    expect(refused(received(day('2021-01-04')), notice(day('2021-01-05')))).toEqual([]);
  });

  it('goes by the day of receipt, whatever restarted the clock since', () => {
    const corrected: readonly ApplicationEvent[] = [
      { ...register, receiptDate: day('2020-12-28'), on: day('2020-12-28') },
      { type: 'noticeCorrection', on: day('2020-12-29'), letterId: 'L0', days: 15, isLate: false },
      { type: 'acceptCorrection', on: day('2021-01-11') },
      { type: 'takeUp', on: day('2021-01-11') },
    ];
    expect(refused(corrected, notice(day('2021-01-12')))).toEqual(['fee-before-tariff']);
  });
});

it('does not propose to extend a reply that was deferred to a day (条例35)', () => {
  const deferred: readonly ApplicationEvent[] = [
    register,
    { type: 'takeUp', on: march(3) },
    { type: 'deferReply', on: march(9), dueOn: day('2026-05-20'), letterId: 'L1' },
  ];
  expect(refused(deferred, { type: 'proposeExtension', on: march(10), days: 5 }, 'drafter')).toEqual([
    'reply-deferred',
  ]);
});

it('that was withdrawn before its day of receipt waits for that day again when it is taken up (条例31)', () => {
  const waiting: ApplicationEvent = { ...register, receiptDate: null };
  const { status, clock } = stateAfter([
    waiting,
    { type: 'withdraw', on: march(4) },
    { type: 'reopen', on: march(6), cause: 'ownCorrection' },
  ]);
  expect([status, clock.base, clock.ended]).toEqual(['awaitingConfirmation', null, null]);
});

it('keeps that the applicant could not be reached before the day of receipt (207号)', () => {
  const waiting: ApplicationEvent = { ...register, receiptDate: null };
  const tried = (reached: boolean): ApplicationEvent => ({ type: 'logContact', on: march(4), reached });
  expect(stateAfter([waiting, tried(true)]).wasUnreachable).toBe(false);
  expect(stateAfter([waiting, tried(false), tried(true)]).wasUnreachable).toBe(true);
  expect(stateAfter([register, tried(false)]).wasUnreachable).toBe(false);
});
