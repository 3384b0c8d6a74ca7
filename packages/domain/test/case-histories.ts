/** Test-only: random lawful histories of cases. Every act is tried through `decideAct`; what it refuses did not happen. */
import type { ActType, ApplicationAct, ApplicationEvent } from '../src/application/act.ts';
import { ACT_TEXTS } from '../src/application/act-texts.ts';
import { APPLICATION_START, type ApplicationState } from '../src/application/application-state.ts';
import { lapseOf } from '../src/application/clock/clock-dates.ts';
import { CLOCK_RULES } from '../src/application/clock/clock-rules.ts';
import { type DecideContext, decideAct } from '../src/application/decide-act.ts';
import { evolveApplication } from '../src/application/evolve-application.ts';
import { OUTCOME_IDS, type OutcomeId } from '../src/application/outcome.ts';
import type { Status } from '../src/application/status.ts';
import type { WorkingCalendar } from '../src/calendar/working-calendar.ts';
import { addDays, type CivilDate } from '../src/kernel/civil-date.ts';
import { context as law } from './case-lives.ts';

type Draw = (limit: number) => number;

const WRITER = 'writer';
const HEAD_OF_OFFICE = 'head';
const ROLES = ['disclosureOfficeHead', 'disclosureOfficer', 'leader', 'applicant'] as const;
const PLACES = ['officeSystem', 'archiveRoom', 'businessSystem'] as const;

const ALL_TEXTS = new Map(
  Object.entries(ACT_TEXTS).map(([type, keys]) => [
    type,
    Object.fromEntries(Object.keys(keys).map((key) => [key, '如实填写'])),
  ]),
);

const knownDays = new Map<CivilDate, ReturnType<WorkingCalendar['day']>>();

/** The calendar with its days remembered: the histories ask for the same three thousand again and again. */
const CALENDAR: WorkingCalendar = {
  ...law.calendar,
  day: (date) => {
    const known = knownDays.get(date) ?? law.calendar.day(date);
    knownDays.set(date, known);
    return known;
  },
};

/** What is likely to be done next in each status; some of it is tried in vain. */
const NEXT: Readonly<Record<Status, readonly ActType[]>> = {
  awaitingConfirmation: ['logContact', 'confirmReceipt', 'confirmReceipt', 'confirmReceipt', 'withdraw'],
  registered: [
    'takeUp',
    'takeUp',
    'takeUp',
    'noticeCorrection',
    'noticeCorrection',
    'draftReply',
    'draftReply',
    'correctReceipt',
    'withdraw',
    'importResult',
    'importResult',
    'approveExtension',
  ],
  awaitingCorrection: [
    'deliverLetter',
    'deliverLetter',
    'acceptCorrection',
    'lapseCorrection',
    'withdraw',
    'note',
  ],
  processing: [
    'sendConsultation',
    'requestReasons',
    'noticeFee',
    'noticeCorrection',
    'logSearch',
    'linkCase',
    'judgeReasons',
    'approveExtension',
    'draftReply',
    'draftReply',
    'draftReply',
    'draftReply',
    'draftReply',
    'withdraw',
  ],
  consulting: ['deliverLetter', 'endConsultation', 'endConsultation', 'withdraw'],
  awaitingReasons: ['recordReasons', 'recordReasons', 'withdraw'],
  awaitingPayment: ['deliverLetter', 'deliverLetter', 'recordPayment', 'lapsePayment', 'lapsePayment'],
  drafting: [
    'submitReply',
    'submitReply',
    'submitReply',
    'logSearch',
    'linkCase',
    'draftReply',
    'discardDraft',
  ],
  underReview: ['reviewReply', 'reviewReply', 'reviewReply', 'reviewReply', 'approveReply', 'returnReply'],
  approved: [
    'deliverReply',
    'deliverReply',
    'deliverReply',
    'deliverReply',
    'notifyThirdParty',
    'returnReply',
  ],
  delivered: ['close', 'close', 'noteReturnedMail', 'redeliverReply'],
  closed: ['archive', 'reopen', 'rate'],
  archived: ['reopen', 'proposePromotion'],
};

/** What an act says besides its day. */
interface Making {
  readonly state: ApplicationState;
  readonly on: CivilDate;
  readonly draw: Draw;
  /** A name for a letter that no other has. */
  readonly letterId: string;
}

const oneOf = <T>(draw: Draw, from: readonly T[]): T => from[draw(from.length)]!;

const lastLetter = ({ letters }: ApplicationState): string => letters.at(-1)?.letterId ?? 'none';

function endOfConsultation({ state, on, draw }: Making): ApplicationAct {
  const open = state.clock.open.at(-1);
  const consultationId = open?.consultationId ?? 'none';
  const lapse = open === undefined ? null : lapseOf(open, CALENDAR, CLOCK_RULES);
  if (lapse !== null && lapse.date < on && draw(2) === 0) {
    return { type: 'endConsultation', on: lapse.date, consultationId, how: 'lapse', opinion: 'none' };
  }
  const opinion = oneOf(draw, ['agrees', 'refuses', 'partly'] as const);
  return { type: 'endConsultation', on, consultationId, how: 'opinion', opinion };
}

/** Any outcome; more often one that the way of the case leads to. */
function draftable({ clock, reasons, consultations, searchedPlaces, links }: ApplicationState, draw: Draw) {
  const led: readonly (readonly [boolean, OutcomeId])[] = [
    [clock.correctionUsed, 'unavailable.stillUnclear'],
    [reasons === 'unreasonable' || reasons === 'notGiven', 'notProcessed.excessive'],
    [consultations.length > 0, 'refused.thirdPartyRights'],
    [searchedPlaces.length > 1, 'unavailable.nonExistent'],
    [links.length > 0, 'notProcessed.duplicate'],
  ];
  const likely = led.flatMap(([is, outcome]) => (is ? outcome : []));
  return likely.length > 0 && draw(2) === 0 ? oneOf(draw, likely) : oneOf(draw, OUTCOME_IDS);
}

type Makers = { readonly [T in ActType]?: (making: Making) => ApplicationAct };

const MAKERS: Makers = {
  logContact: ({ on, draw }) => ({ type: 'logContact', on, reached: draw(2) === 0 }),
  correctReceipt: ({ on, draw }) => ({ type: 'correctReceipt', on: addDays(on, -draw(40)) }),
  noticeCorrection: ({ on, letterId }) => ({ type: 'noticeCorrection', on, letterId, days: 15 }),
  approveExtension: ({ on, letterId }) => ({ type: 'approveExtension', on, letterId, days: 20 }),
  sendConsultation: ({ on, letterId, draw }) => ({
    type: 'sendConsultation',
    on,
    letterId,
    consultationId: letterId,
    kind: oneOf(draw, ['thirdPartyConsultation', 'coMakerConsultation', 'organConsultation'] as const),
  }),
  endConsultation: endOfConsultation,
  requestReasons: ({ on, letterId }) => ({ type: 'requestReasons', on, letterId }),
  recordReasons: ({ on, draw }) => ({ type: 'recordReasons', on, given: draw(2) === 0 }),
  judgeReasons: ({ on, draw }) => ({ type: 'judgeReasons', on, reasonable: draw(2) === 0 }),
  noticeFee: ({ on, letterId }) => ({
    type: 'noticeFee',
    on,
    letterId,
    basis: 'perItem',
    count: 11,
    amount: 100_00,
  }),
  recordPayment: ({ on }) => ({ type: 'recordPayment', on, amount: 100_00 }),
  logSearch: ({ on, draw }) => ({ type: 'logSearch', on, place: oneOf(draw, PLACES), minutes: 5, hits: 0 }),
  linkCase: ({ on, letterId }) => ({
    type: 'linkCase',
    on,
    relation: 'duplicateOf',
    otherId: letterId,
    givenBefore: true,
  }),
  draftReply: ({ state, on, draw }) => ({ type: 'draftReply', on, outcome: draftable(state, draw) }),
  reviewReply: ({ state, on }) => ({
    type: 'reviewReply',
    on,
    review: state.draft?.reviews.includes('legal') === true ? 'secrecy' : 'legal',
  }),
  approveReply: ({ on, letterId }) => ({ type: 'approveReply', on, letterId }),
  notifyThirdParty: ({ state, on, letterId }) => ({
    type: 'notifyThirdParty',
    on,
    letterId,
    consultationId: state.consultations.at(-1)?.consultationId ?? 'none',
  }),
  deliverLetter: ({ state, on }) => ({ type: 'deliverLetter', on, letterId: lastLetter(state), way: 'post' }),
  deliverReply: ({ state, on }) => ({ type: 'deliverReply', on, letterId: lastLetter(state), way: 'direct' }),
  redeliverReply: ({ state, on }) => ({
    type: 'redeliverReply',
    on,
    letterId: lastLetter(state),
    way: 'direct',
  }),
  noteReturnedMail: ({ state, on }) => ({ type: 'noteReturnedMail', on, letterId: lastLetter(state) }),
  archive: ({ on }) => ({ type: 'archive', on, retentionYears: 30 }),
  reopen: ({ on, draw }) => ({
    type: 'reopen',
    on,
    cause: oneOf(draw, ['reconsideration', 'judgment', 'ownCorrection'] as const),
  }),
  rate: ({ on }) => ({ type: 'rate', on, score: 5 }),
  importResult: ({ on, draw }) => ({
    type: 'importResult',
    on,
    outcome: oneOf(draw, OUTCOME_IDS),
    dueOn: null,
  }),
};

/** Acts that say nothing but their day. */
const PLAIN = [
  'confirmReceipt',
  'takeUp',
  'acceptCorrection',
  'lapseCorrection',
  'lapsePayment',
  'discardDraft',
  'submitReply',
  'returnReply',
  'close',
  'withdraw',
  'note',
  'proposePromotion',
] as const;

function actOf(type: ActType, making: Making): ApplicationAct {
  const plain = PLAIN.find((one) => one === type);
  if (plain !== undefined) return { type: plain, on: making.on };
  const make = MAKERS[type];
  if (make === undefined) throw new Error(`no maker for ${type}`);
  return make(making);
}

const FIRST_DAY = '2022-07-01' as CivilDate;
const DAYS_OF_INTAKE = 1280;
const MOST_TRIES = 30;
/** Most pauses are short; some run over a year's end. */
const PAUSES = [0, 0, 1, 1, 2, 3, 5, 8, 15, 24, 40, 120] as const;

/** A case with its events as they were accepted, and the state that they lead to. */
export interface CaseHistory {
  readonly events: readonly ApplicationEvent[];
  readonly state: ApplicationState;
  /** How many acts the law refused on the way. */
  readonly refused: number;
}

function registration(on: CivilDate, draw: Draw): ApplicationEvent {
  const how = draw(5);
  return {
    type: 'register',
    on,
    receiptDate: how === 0 ? null : addDays(on, -draw(4)),
    isImported: how === 1,
  };
}

/** Withdrawals are rare, and most cases rest once they are closed. */
function nextAct({ status, draft }: ApplicationState, draw: Draw): ActType | null {
  const isDone = status === 'closed' || status === 'archived';
  if (isDone && draw(3) > 0) return null;
  if (status === 'underReview' && draft?.reviews.length === 2 && draw(8) > 0) return 'approveReply';
  const type = oneOf(draw, NEXT[status]);
  return type === 'withdraw' && draw(5) > 0 ? oneOf(draw, NEXT[status]) : type;
}

/** Draws one history; some are left in the middle. */
export function drawHistory(draw: Draw): CaseHistory {
  let today = addDays(FIRST_DAY, draw(DAYS_OF_INTAKE));
  const events: ApplicationEvent[] = [registration(today, draw)];
  let state = evolveApplication(APPLICATION_START, { event: events[0]!, by: WRITER }, CLOCK_RULES);
  let refused = 0;
  const tries = 1 + draw(MOST_TRIES);
  for (let turn = 0; turn < tries; turn++) {
    today = addDays(today, oneOf(draw, PAUSES));
    const type = nextAct(state, draw);
    if (type === null) break;
    // Most facts are entered on their day, some later.
    const on = draw(6) === 0 ? addDays(today, -draw(6)) : today;
    const act = actOf(type, { state, on, draw, letterId: `L${turn}` });
    const by = type === 'reviewReply' || type === 'approveReply' ? HEAD_OF_OFFICE : WRITER;
    const context: DecideContext = { ...law, calendar: CALENDAR, today, actor: { id: by, roles: ROLES } };
    const decided = decideAct(state, { act, texts: ALL_TEXTS.get(type) ?? {} }, context);
    if (!decided.ok) {
      refused++;
      continue;
    }
    events.push(decided.value);
    state = evolveApplication(state, { event: decided.value, by }, CLOCK_RULES);
  }
  return { events, state, refused };
}

/** No case comes before it. */
export const BEFORE_ALL = addDays(FIRST_DAY, -60);
