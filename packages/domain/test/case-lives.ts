import type { ActType, ApplicationAct, ApplicationEvent } from '../src/application/act.ts';
import { ACT_TEXTS } from '../src/application/act-texts.ts';
import type { ApplicationState } from '../src/application/application-state.ts';
import { CLOCK_RULES } from '../src/application/clock/clock-rules.ts';
import { replayApplication } from '../src/application/evolve-application.ts';
import type { Status } from '../src/application/status.ts';
import { OFFICIAL_YEARS } from '../src/calendar/official-years.ts';
import { createCalendar } from '../src/calendar/working-calendar.ts';
import { PER_ITEM } from '../src/fee/tariff.ts';
import type { CivilDate } from '../src/kernel/civil-date.ts';

export const day = (text: string): CivilDate => text as CivilDate;
export const march = (date: number): CivilDate => day(`2026-03-${String(date).padStart(2, '0')}`);

/** What the law says on the first of June, without who acts. */
export const context = {
  calendar: createCalendar(OFFICIAL_YEARS),
  clockRules: CLOCK_RULES,
  caseRules: {
    minimumSearchPlaces: 2,
    requiredReviews: ['legal', 'secrecy'] as const,
    perItem: PER_ITEM,
    thirdPartyReliefDays: 15,
    retentionYears: 10,
    retentionYearsDisputed: 30,
  },
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
  /** Somebody suggested to publish the information proactively. */
  readonly promotion?: boolean;
}

const extension: ApplicationEvent = { type: 'approveExtension', on: march(3), days: 5, letterId: 'L9' };

function registered({ letter, proposal, assistance, promotion }: Besides): ApplicationEvent[] {
  return [
    register,
    ...(promotion === true ? [{ type: 'proposePromotion', on: march(3) } as const] : []),
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

/** A case that is being worked on. */
export function processing(besides: Besides): ApplicationEvent[] {
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
export const LEADS: Readonly<Record<Status, (besides: Besides) => readonly ApplicationEvent[]>> = {
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
export const NEEDS: Readonly<Partial<Record<ActType, Besides>>> = {
  confirmReceipt: { contact: true },
  deliverLetter: { letter: true },
  notifyThirdParty: { opposed: true },
  redeliverReply: { returned: true },
  noteReturnedMail: { letter: true },
  receiveLetter: { letter: true },
  confirmDelivery: { letter: true },
  declineExtension: { proposal: true },
  answerAssistance: { assistance: true },
  decidePromotion: { promotion: true },
  judgeReasons: { reasons: 'given' },
  deferReply: { reasons: 'reasonable' },
};

const on = march(16);

/** An act of each type that is right on its day. */
export const RIGHT: { readonly [T in ActType]: Extract<ApplicationAct, { readonly type: T }> } = {
  logContact: { type: 'logContact', on, reached: false },
  confirmReceipt: { type: 'confirmReceipt', on },
  correctReceipt: { type: 'correctReceipt', on: march(1) },
  correctApplicantKind: { type: 'correctApplicantKind', on, applicantKind: 'commercialEnterprise' },
  takeUp: { type: 'takeUp', on },
  assign: { type: 'assign', on, officerId: 'officer' },
  noticeCorrection: { type: 'noticeCorrection', on, letterId: 'N', days: 15 },
  acceptCorrection: { type: 'acceptCorrection', on },
  offerCorrection: { type: 'offerCorrection', on: march(26) },
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
  tellDue: { type: 'tellDue', on, letterId: 'N', toldOn: march(30) },
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
  decidePromotion: { type: 'decidePromotion', on, accepted: false },
  draftReply: { type: 'draftReply', on, outcome: 'granted.alreadyPublic' },
  discardDraft: { type: 'discardDraft', on },
  submitReply: { type: 'submitReply', on },
  reviewReply: { type: 'reviewReply', on, review: 'legal' },
  returnReply: { type: 'returnReply', on },
  approveReply: { type: 'approveReply', on, letterId: 'N' },
  notifyThirdParty: { type: 'notifyThirdParty', on, letterId: 'N', consultationId: 'C8' },
  deliverLetter: { type: 'deliverLetter', on, letterId: 'L9', way: 'post' },
  deliverReply: { type: 'deliverReply', on, letterId: 'L5', way: 'direct' },
  redeliverReply: { type: 'redeliverReply', on, letterId: 'L5', way: 'direct' },
  noteReturnedMail: { type: 'noteReturnedMail', on, letterId: 'L9' },
  receiveLetter: { type: 'receiveLetter', on, letterId: 'L9' },
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
export const textsOf = (type: ActType) =>
  Object.fromEntries(Object.keys(ACT_TEXTS[type]).map((key) => [key, '如实填写']));

/** A case in a status, in which nothing is missing for an act of the type. */
export function stateFor(status: Status, type: ActType): ApplicationState {
  const events = [...LEADS[status](NEEDS[type] ?? {})];
  // Only what has passed both reviews can be approved.
  if (type === 'approveReply' && status === 'underReview') {
    events.push({ type: 'reviewReply', on: march(9), review: 'legal' });
    events.push({ type: 'reviewReply', on: march(9), review: 'secrecy' });
  }
  return stateAfter(events);
}

/** What events make of a case that one person worked on. */
export const stateAfter = (events: readonly ApplicationEvent[]): ApplicationState =>
  replayApplication(
    events.map((event) => ({ event, by: 'writer' })),
    CLOCK_RULES,
  );
