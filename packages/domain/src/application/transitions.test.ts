import { describe, expect, it } from 'vitest';
import { OFFICIAL_YEARS } from '../calendar/official-years.ts';
import { createCalendar } from '../calendar/working-calendar.ts';
import { PER_ITEM } from '../fee/tariff.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { ROLE_NAMES } from '../permission/roles.ts';
import type { ActType, ApplicationAct, ApplicationEvent } from './act.ts';
import { ACT_TEXTS } from './act-texts.ts';
import { CLOCK_RULES } from './clock/clock-rules.ts';
import { decideAct } from './decide-act.ts';
import { replayApplication } from './evolve-application.ts';
import { STATUS_NAMES, type Status } from './status.ts';
import { ACT_TYPES, type ActorRole, TRANSITIONS } from './transitions.ts';

const day = (text: string): CivilDate => text as CivilDate;
const march = (date: number): CivilDate => day(`2026-03-${String(date).padStart(2, '0')}`);

const context = {
  calendar: createCalendar(OFFICIAL_YEARS),
  clockRules: CLOCK_RULES,
  caseRules: { minimumSearchPlaces: 2, requiredReviews: ['legal', 'secrecy'] as const, perItem: PER_ITEM },
  today: day('2026-06-01'),
};

const register: ApplicationEvent = {
  type: 'register',
  on: march(2),
  receiptDate: march(2),
  isImported: true,
};

/** What a case has gone through besides, where an act needs it. */
interface Besides {
  /** An extension letter that has not reached the applicant. */
  readonly letter?: boolean;
  readonly proposal?: boolean;
  readonly assistance?: boolean;
  /** The office asked the applicant to confirm the day of receipt. */
  readonly contact?: boolean;
  /** The mail of the reply came back. */
  readonly returned?: boolean;
  /** A third party does not agree to what is given. */
  readonly opposed?: boolean;
  readonly reasons?: 'given' | 'reasonable';
}

const extension: ApplicationEvent = { type: 'approveExtension', on: march(3), days: 5, letterId: 'L9' };

function registered({ letter, proposal, assistance }: Besides): ApplicationEvent[] {
  return [
    register,
    ...(letter === true ? [extension] : []),
    ...(proposal === true ? [{ type: 'proposeExtension', on: march(3), days: 5 } as const] : []),
    ...(assistance === true
      ? [{ type: 'requestAssistance', on: march(3), assistanceId: 'A1', dueOn: march(9) } as const]
      : []),
  ];
}

const REASONS: readonly ApplicationEvent[] = [
  { type: 'requestReasons', on: march(3), letterId: 'L8' },
  { type: 'recordReasons', on: march(4), given: true },
];

const OPPOSED: readonly ApplicationEvent[] = [
  {
    type: 'sendConsultation',
    on: march(3),
    consultationId: 'C8',
    kind: 'thirdPartyConsultation',
    letterId: 'L7',
  },
  { type: 'endConsultation', on: march(4), consultationId: 'C8', how: 'opinion', opinion: 'refuses' },
];

function processing(besides: Besides): ApplicationEvent[] {
  const { reasons } = besides;
  return [
    ...registered(besides),
    { type: 'takeUp', on: march(3) },
    ...(besides.opposed === true ? OPPOSED : []),
    ...(reasons === undefined ? [] : REASONS),
    ...(reasons === 'reasonable' ? [{ type: 'judgeReasons', on: march(4), reasonable: true } as const] : []),
  ];
}

/** The events that lead to each status. */
const LEADS: Readonly<Record<Status, (besides: Besides) => readonly ApplicationEvent[]>> = {
  awaitingConfirmation: ({ contact }) => [
    { ...register, receiptDate: null },
    ...(contact === true ? [{ type: 'logContact', on: march(3), reached: true } as const] : []),
  ],
  registered,
  awaitingCorrection: (besides) => [
    ...registered(besides),
    { type: 'noticeCorrection', on: march(3), letterId: 'L1', days: 15, isLate: false },
    { type: 'deliverLetter', on: march(4), letterId: 'L1', way: 'post' },
  ],
  processing,
  consulting: (besides) => [
    ...processing(besides),
    {
      type: 'sendConsultation',
      on: march(4),
      consultationId: 'C1',
      kind: 'thirdPartyConsultation',
      letterId: 'L2',
    },
    { type: 'deliverLetter', on: march(5), letterId: 'L2', way: 'post' },
  ],
  awaitingReasons: (besides) => [
    ...processing(besides),
    { type: 'requestReasons', on: march(4), letterId: 'L3' },
  ],
  awaitingPayment: (besides) => [
    ...processing(besides),
    { type: 'noticeFee', on: march(4), letterId: 'L4', basis: 'perItem', count: 11, amount: 100_00 },
    { type: 'deliverLetter', on: march(5), letterId: 'L4', way: 'post' },
  ],
  drafting: (besides) => [
    ...processing(besides),
    { type: 'draftReply', on: march(6), outcome: 'granted.provided' },
  ],
  underReview: (besides) => [...LEADS.drafting(besides), { type: 'submitReply', on: march(6) }],
  approved: (besides) => [
    ...LEADS.underReview(besides),
    { type: 'reviewReply', on: march(9), review: 'legal' },
    { type: 'reviewReply', on: march(9), review: 'secrecy' },
    { type: 'approveReply', on: march(10), letterId: 'L5' },
  ],
  delivered: (besides) => [
    ...LEADS.approved(besides),
    { type: 'deliverReply', on: march(11), letterId: 'L5', way: 'post' },
    ...(besides.returned === true
      ? [{ type: 'noteReturnedMail', on: march(12), letterId: 'L5' } as const]
      : []),
  ],
  closed: (besides) => [...LEADS.delivered(besides), { type: 'close', on: march(12) }],
  archived: (besides) => [...LEADS.closed(besides), { type: 'archive', on: march(13), retentionYears: 10 }],
};

/** What must have happened before an act can be right. */
const NEEDS: Readonly<Partial<Record<ActType, Besides>>> = {
  confirmReceipt: { contact: true },
  deliverLetter: { letter: true },
  notifyThirdParty: { opposed: true },
  redeliverReply: { returned: true },
  noteReturnedMail: { letter: true },
  confirmDelivery: { letter: true },
  declineExtension: { proposal: true },
  answerAssistance: { assistance: true },
  judgeReasons: { reasons: 'given' },
  deferReply: { reasons: 'reasonable' },
};

const on = march(16);

/** An act of each type that is right on its day. */
const RIGHT: { readonly [T in ActType]: Extract<ApplicationAct, { readonly type: T }> } = {
  logContact: { type: 'logContact', on, reached: false },
  confirmReceipt: { type: 'confirmReceipt', on },
  correctReceipt: { type: 'correctReceipt', on: march(1) },
  takeUp: { type: 'takeUp', on },
  assign: { type: 'assign', on, officerId: 'officer' },
  noticeCorrection: { type: 'noticeCorrection', on, letterId: 'N', days: 15 },
  acceptCorrection: { type: 'acceptCorrection', on },
  lapseCorrection: { type: 'lapseCorrection', on: march(26) },
  sendConsultation: {
    type: 'sendConsultation',
    on,
    consultationId: 'C9',
    kind: 'organConsultation',
    letterId: 'N',
  },
  endConsultation: { type: 'endConsultation', on, consultationId: 'C1', how: 'opinion', opinion: 'agrees' },
  proposeExtension: { type: 'proposeExtension', on, days: 10 },
  approveExtension: { type: 'approveExtension', on, days: 10, letterId: 'N' },
  declineExtension: { type: 'declineExtension', on },
  requestReasons: { type: 'requestReasons', on, letterId: 'N' },
  recordReasons: { type: 'recordReasons', on, given: true },
  judgeReasons: { type: 'judgeReasons', on, reasonable: true },
  deferReply: { type: 'deferReply', on, dueOn: day('2026-05-20'), letterId: 'N' },
  noticeFee: { type: 'noticeFee', on, letterId: 'N', basis: 'perPage', count: 31, amount: 10_00 },
  reportPayment: { type: 'reportPayment', on },
  recordPayment: { type: 'recordPayment', on, amount: 100_00 },
  lapsePayment: { type: 'lapsePayment', on: day('2026-04-10') },
  logSearch: { type: 'logSearch', on, place: 'archiveRoom', minutes: 30, hits: 0 },
  requestAssistance: { type: 'requestAssistance', on, assistanceId: 'A9', dueOn: march(20) },
  answerAssistance: { type: 'answerAssistance', on, assistanceId: 'A1' },
  linkCase: { type: 'linkCase', on, relation: 'sameMatter', otherId: 'other', givenBefore: false },
  proposePromotion: { type: 'proposePromotion', on },
  draftReply: { type: 'draftReply', on, outcome: 'granted.alreadyPublic' },
  discardDraft: { type: 'discardDraft', on },
  submitReply: { type: 'submitReply', on },
  reviewReply: { type: 'reviewReply', on, review: 'legal' },
  returnReply: { type: 'returnReply', on },
  approveReply: { type: 'approveReply', on, letterId: 'N' },
  notifyThirdParty: { type: 'notifyThirdParty', on, letterId: 'N' },
  deliverLetter: { type: 'deliverLetter', on, letterId: 'L9', way: 'post' },
  deliverReply: { type: 'deliverReply', on, letterId: 'L5', way: 'direct' },
  redeliverReply: { type: 'redeliverReply', on, letterId: 'L5', way: 'direct' },
  noteReturnedMail: { type: 'noteReturnedMail', on, letterId: 'L9' },
  confirmDelivery: { type: 'confirmDelivery', on, letterId: 'L9' },
  close: { type: 'close', on },
  archive: { type: 'archive', on, retentionYears: 30 },
  withdraw: { type: 'withdraw', on },
  reopen: { type: 'reopen', on, cause: 'judgment' },
  rate: { type: 'rate', on, score: 5 },
  note: { type: 'note', on },
  importResult: { type: 'importResult', on, outcome: 'granted.provided', dueOn: null },
};

/** Every word that the act asks for. */
const textsOf = (type: ActType) =>
  Object.fromEntries(Object.keys(ACT_TEXTS[type]).map((key) => [key, '如实填写']));

function stateFor(status: Status, type: ActType) {
  const events = [...LEADS[status](NEEDS[type] ?? {})];
  // Only what has passed both reviews can be approved.
  if (type === 'approveReply' && status === 'underReview') {
    events.push({ type: 'reviewReply', on: march(9), review: 'legal' });
    events.push({ type: 'reviewReply', on: march(9), review: 'secrecy' });
  }
  return replayApplication(
    events.map((event) => ({ event, by: 'writer' })),
    CLOCK_RULES,
  );
}

const ACTOR_ROLES: readonly ActorRole[] = [...ROLE_NAMES, 'applicant'];

describe('status × act × role', () => {
  it.each(STATUS_NAMES)('reaches %s by its own events', (status) => {
    expect(stateFor(status, 'note').status).toBe(status);
  });

  describe.each(STATUS_NAMES)('%s', (status) => {
    it.each(ACT_TYPES)('%s', (type) => {
      const { from, by, to } = TRANSITIONS[type];
      const command = { act: RIGHT[type], texts: textsOf(type) };
      for (const role of ACTOR_ROLES) {
        const state = stateFor(status, type);
        const decided = decideAct(state, command, { ...context, actor: { id: 'other', roles: [role] } });
        const reason = decided.ok ? 'accepted' : decided.error.map(({ code }) => code).join();
        const expected = from.includes(status)
          ? by.includes(role)
            ? 'accepted'
            : 'not-your-role'
          : 'not-in-status';
        expect(reason, `${status} ${type} ${role}`).toBe(expected);
        if (!decided.ok) continue;
        const after = replayApplication(
          [
            ...LEADS[status](NEEDS[type] ?? {}).map((event) => ({ event, by: 'writer' })),
            { event: decided.value, by: 'other' },
          ],
          CLOCK_RULES,
        );
        const next = to === 'stays' ? status : to === 'resumes' ? 'processing' : to;
        expect(after.status).toBe(next);
      }
    });
  });
});

describe('who may not', () => {
  it.each(['reviewReply', 'approveReply'] as const)('whoever wrote it: %s', (type) => {
    const state = stateFor('underReview', 'approveReply');
    const fresh = type === 'reviewReply' ? stateFor('underReview', 'note') : state;
    const decided = decideAct(
      fresh,
      { act: RIGHT[type], texts: textsOf(type) },
      { ...context, actor: { id: 'writer', roles: ['disclosureOfficeHead'] } },
    );
    expect(decided.ok ? [] : decided.error.map(({ code }) => code)).toEqual(['same-person']);
  });

  it('an act without the words that it asks for, each of them named', () => {
    const decided = decideAct(
      stateFor('registered', 'noticeCorrection'),
      { act: RIGHT.noticeCorrection, texts: {} },
      { ...context, actor: { id: 'other', roles: ['drafter'] } },
    );
    expect(decided.ok ? [] : decided.error.map(({ field }) => field)).toEqual([
      'texts.matters',
      'texts.guidance',
    ]);
  });

  it('an act of a day that has not come', () => {
    const decided = decideAct(
      stateFor('registered', 'note'),
      { act: { type: 'note', on: day('2026-06-02') }, texts: { text: '记事' } },
      { ...context, actor: { id: 'other', roles: ['drafter'] } },
    );
    expect(decided.ok ? [] : decided.error.map(({ code }) => code)).toEqual(['future-date']);
  });
});

describe('a delivery', () => {
  const deliver = (letterId: string) =>
    decideAct(
      replayApplication(
        [
          ...LEADS.approved({}),
          { type: 'returnReply', on: march(10) } as const,
          { type: 'submitReply', on: march(11) } as const,
          { type: 'approveReply', on: march(12), letterId: 'L6' } as const,
        ].map((event) => ({ event, by: 'writer' })),
        CLOCK_RULES,
      ),
      { act: { ...RIGHT.deliverReply, letterId }, texts: textsOf('deliverReply') },
      { ...context, actor: { id: 'other', roles: ['drafter'] } },
    );

  it('is of the reply that was approved last, not of one that was returned', () => {
    const old = deliver('L5');
    expect(old.ok ? [] : old.error.map(({ code }) => code)).toEqual(['letter-replaced']);
    expect(deliver('L6').ok).toBe(true);
  });
});

describe('the silence of who was asked', () => {
  const lapse = { ...RIGHT.endConsultation, how: 'lapse', opinion: 'none', on: march(26) } as const;
  const decide = (today: CivilDate) =>
    decideAct(
      stateFor('consulting', 'endConsultation'),
      { act: lapse, texts: textsOf('endConsultation') },
      { ...context, today, actor: { id: 'other', roles: ['drafter'] } },
    );

  it('is noted once the last day is over, which belongs to them whole (条例32)', () => {
    const early = decide(march(26));
    expect(early.ok ? [] : early.error.map(({ code, message }) => [code, message])).toEqual([
      ['period-not-over', expect.stringContaining('期限')],
    ]);
    expect(decide(march(27)).ok).toBe(true);
  });
});

describe('replies that the file does not bear', () => {
  it.each([
    ['unavailable.nonExistent', 'search-missing'],
    ['unavailable.stillUnclear', 'correction-missing'],
    ['notProcessed.excessive', 'reasons-missing'],
    ['notProcessed.duplicate', 'duplicate-unlinked'],
    ['refused.thirdPartyRights', 'consultation-missing'],
    ['otherHandling.withdrawn', 'outcome-elsewhere'],
  ] as const)('%s: %s', (outcome, code) => {
    const events: ApplicationEvent[] = [...processing({}), { type: 'draftReply', on: march(6), outcome }];
    const state = replayApplication(
      events.map((event) => ({ event, by: 'writer' })),
      CLOCK_RULES,
    );
    const decided = decideAct(
      state,
      { act: RIGHT.submitReply, texts: {} },
      { ...context, actor: { id: 'writer', roles: ['drafter'] } },
    );
    expect(decided.ok ? [] : decided.error.map((one) => one.code)).toEqual([code]);
  });

  it('non-existence after two places were searched', () => {
    const search = { type: 'logSearch', on: march(5), minutes: 20, hits: 0 } as const;
    const events: ApplicationEvent[] = [
      ...processing({}),
      { ...search, place: 'archiveRoom' },
      { ...search, place: 'responsibleUnit' },
      { type: 'draftReply', on: march(6), outcome: 'unavailable.nonExistent' },
    ];
    const state = replayApplication(
      events.map((event) => ({ event, by: 'writer' })),
      CLOCK_RULES,
    );
    const actor = { id: 'writer', roles: ['drafter'] as const };
    expect(decideAct(state, { act: RIGHT.submitReply, texts: {} }, { ...context, actor }).ok).toBe(true);
  });
});

it('cites no article for what the law leaves open', () => {
  // 条例34 is about information that several organs made; 109号 does not say how the period goes on after payment.
  expect(TRANSITIONS.requestAssistance.law).not.toContain('第三十四条');
  expect(TRANSITIONS.recordPayment.law).toContain('没有规定');
});

it('keeps the first result when a case is taken up again', () => {
  const events: ApplicationEvent[] = [
    ...LEADS.closed({}),
    { type: 'reopen', on: march(20), cause: 'reconsideration' },
    { type: 'draftReply', on: march(23), outcome: 'partiallyGranted' },
    { type: 'submitReply', on: march(23) },
    { type: 'approveReply', on: march(24), letterId: 'L7' },
    { type: 'deliverReply', on: march(25), letterId: 'L7', way: 'post' },
  ];
  const state = replayApplication(
    events.map((event) => ({ event, by: 'writer' })),
    CLOCK_RULES,
  );
  expect([state.result, state.lastResult]).toEqual([
    { outcome: 'granted.provided', on: march(11) },
    { outcome: 'partiallyGranted', on: march(25) },
  ]);
});
