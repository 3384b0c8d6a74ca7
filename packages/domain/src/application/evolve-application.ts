import type { ApplicationEvent } from './act.ts';
import {
  APPLICATION_START,
  type ApplicationState,
  type CaseLetter,
  type LetterPurpose,
} from './application-state.ts';
import type { ClockRules } from './clock/clock-rules.ts';
import { CLOCK_START, type ClockState, evolveClock } from './clock/clock-state.ts';
import { clockEventOf } from './clock-event-of.ts';
import type { OutcomeId } from './outcome.ts';
import type { Status } from './status.ts';
import { TRANSITIONS } from './transitions.ts';

/** An event with who brought it about: an account's id, or `applicant`. */
export interface RecordedEvent {
  readonly event: ApplicationEvent;
  readonly by: string;
}

const LETTER_OF: Readonly<Partial<Record<ApplicationEvent['type'], LetterPurpose>>> = {
  register: 'acknowledgement',
  confirmReceipt: 'acknowledgement',
  correctReceipt: 'acknowledgement',
  noticeCorrection: 'correction',
  lapseCorrection: 'closing',
  lapsePayment: 'closing',
  withdraw: 'closing',
  sendConsultation: 'consultation',
  approveExtension: 'extension',
  tellDue: 'movedDue',
  requestReasons: 'reasons',
  deferReply: 'deferral',
  noticeFee: 'fee',
  approveReply: 'reply',
  notifyThirdParty: 'thirdPartyNotice',
  decidePromotion: 'promotion',
  requestAssistance: 'assistance',
};

/** The letters that an event sends: that of its kind, and with a consultation the one that tells the applicant. */
function sentBy(event: ApplicationEvent): readonly CaseLetter[] {
  const purpose = LETTER_OF[event.type];
  if (purpose === undefined || !('letterId' in event) || event.letterId === undefined) return [];
  const letter = { issuedOn: event.on, consultationId: null, delivered: null, isReturned: false };
  const sent = { ...letter, letterId: event.letterId, purpose };
  if (event.type !== 'sendConsultation') return [sent];
  const { consultationId, noticeLetterId } = event;
  return [
    { ...sent, consultationId },
    ...(noticeLetterId === undefined
      ? []
      : [{ ...letter, letterId: noticeLetterId, purpose: 'consultationNotice' } as const]),
  ];
}

function lettersAfter(letters: readonly CaseLetter[], event: ApplicationEvent): readonly CaseLetter[] {
  const sent = sentBy(event);
  if (sent.length > 0) return [...letters, ...sent];
  if (event.type === 'deliverLetter' || event.type === 'deliverReply') {
    const { letterId, on, way } = event;
    return letters.map((letter) =>
      letter.letterId === letterId ? { ...letter, delivered: { on, way } } : letter,
    );
  }
  if (event.type === 'receiveLetter') {
    const { letterId, on } = event;
    return letters.map((letter) =>
      letter.letterId === letterId ? { ...letter, delivered: { on, way: 'electronic' } } : letter,
    );
  }
  if (event.type === 'noteReturnedMail') {
    return letters.map((letter) =>
      letter.letterId === event.letterId ? { ...letter, isReturned: true } : letter,
    );
  }
  return letters;
}

function clockAfter(state: ApplicationState, event: ApplicationEvent, rules: ClockRules): ClockState {
  // What was withdrawn before its day of receipt was fixed waits for that day again.
  if (event.type === 'reopen' && state.clock.base === null) return CLOCK_START;
  // A case taken up again, or whose day of receipt was wrong, is counted afresh from that day.
  if (event.type === 'reopen' || event.type === 'correctReceipt') {
    return evolveClock(CLOCK_START, { type: 'received', on: event.on }, rules);
  }
  const moved = clockEventOf(state, event);
  if (moved === null) return state.clock;
  return evolveClock(state.clock, moved, rules, event.type === 'noticeCorrection' && event.isLate);
}

function statusAfter(state: ApplicationState, event: ApplicationEvent, clock: ClockState): Status {
  if (event.type === 'register') return event.receiptDate === null ? 'awaitingConfirmation' : 'registered';
  const { to } = TRANSITIONS[event.type];
  if (to === 'stays') return state.status;
  if (to === 'restarts') return clock.base === null ? 'awaitingConfirmation' : 'processing';
  if (to === 'resumes') return clock.open.length > 0 ? 'consulting' : 'processing';
  return to;
}

/** The result that the event gives the case; `null` when it gives none. */
function outcomeBy(state: ApplicationState, event: ApplicationEvent): OutcomeId | null {
  switch (event.type) {
    case 'deliverReply':
      return state.draft?.outcome ?? null;
    case 'importResult':
      return event.outcome;
    case 'lapseCorrection':
      return 'otherHandling.correctionLapsed';
    case 'lapsePayment':
      return 'otherHandling.feeUnpaid';
    case 'withdraw':
      return 'otherHandling.withdrawn';
    default:
      return null;
  }
}

/** The draft after the event: what its writers wrote, and which reviews it passed. */
function draftAfter({ draft }: ApplicationState, { event, by }: RecordedEvent): ApplicationState['draft'] {
  switch (event.type) {
    case 'draftReply':
      return {
        outcome: event.outcome,
        writers: [...new Set([...(draft?.writers ?? []), by])],
        reviews: [],
        overrulesObjection: event.hasPublicInterest === true || event.hasUnfoundedObjection === true,
        needsConsultation: event.withholdsForThirdParty === true && event.saysWhyUnconsulted !== true,
        submittedOn: null,
      };
    case 'submitReply':
      return draft && { ...draft, writers: [...new Set([...draft.writers, by])], submittedOn: event.on };
    case 'reviewReply':
      return draft && { ...draft, reviews: [...draft.reviews, event.review] };
    case 'returnReply':
      return draft && { ...draft, reviews: [] };
    case 'discardDraft':
    case 'reopen':
      return null;
    default:
      return draft;
  }
}

/** Facts that one kind of event changes and no other. */
function factsAfter(state: ApplicationState, { event, by }: RecordedEvent): Partial<ApplicationState> {
  switch (event.type) {
    case 'register':
      return { isImported: event.isImported, receivedOn: event.receiptDate };
    case 'confirmReceipt':
    case 'correctReceipt':
      return { receivedOn: event.on };
    case 'logContact':
      return state.status === 'awaitingConfirmation'
        ? { askedOn: event.on, wasUnreachable: state.wasUnreachable || !event.reached }
        : {};
    case 'takeUp':
      return { officerId: state.officerId ?? by };
    case 'assign':
      return { officerId: event.officerId };
    case 'noticeCorrection':
      return { correctionDays: event.days };
    case 'offerCorrection':
      return { lateCorrectionOn: event.on };
    case 'acceptCorrection':
      return { lateCorrectionOn: null };
    case 'sendConsultation': {
      const { consultationId, kind } = event;
      return { consultations: [...state.consultations, { consultationId, kind, opinion: null }] };
    }
    case 'endConsultation': {
      const { consultationId, opinion } = event;
      return {
        consultations: state.consultations.map((one) =>
          one.consultationId === consultationId ? { ...one, opinion } : one,
        ),
      };
    }
    case 'notifyThirdParty': {
      const { letterId, consultationId, waitDays = 0 } = event;
      return { thirdPartyNotices: [...state.thirdPartyNotices, { letterId, consultationId, waitDays }] };
    }
    case 'reopen':
      return {
        thirdPartyNotices: [],
        wasDisputed: state.wasDisputed || event.cause !== 'ownCorrection',
      };
    case 'proposeExtension':
      return { extensionProposed: event.days };
    case 'approveExtension':
    case 'declineExtension':
      return { extensionProposed: null };
    case 'requestReasons':
      return { reasons: 'asked' };
    case 'recordReasons':
      return { reasons: event.given ? 'given' : 'notGiven' };
    case 'judgeReasons':
      return { reasons: event.reasonable ? 'reasonable' : 'unreasonable' };
    case 'noticeFee':
      return { fee: { amount: event.amount, reportedOn: null, paidOn: null } };
    case 'reportPayment':
      return { fee: state.fee && { ...state.fee, reportedOn: event.on } };
    case 'recordPayment':
      return { fee: state.fee && { ...state.fee, paidOn: event.on } };
    case 'logSearch':
      return { searchedPlaces: [...new Set([...state.searchedPlaces, event.place])] };
    case 'requestAssistance':
      return { openAssistance: [...state.openAssistance, event.assistanceId] };
    case 'answerAssistance':
      return { openAssistance: state.openAssistance.filter((id) => id !== event.assistanceId) };
    case 'linkCase': {
      const { relation, otherId, givenBefore } = event;
      return { links: [...state.links, { relation, otherId, givenBefore }] };
    }
    case 'proposePromotion':
      return { promotion: { proposedOn: event.on, byApplicant: by === 'applicant', decided: null } };
    case 'decidePromotion':
      return {
        promotion: state.promotion && {
          ...state.promotion,
          decided: { on: event.on, accepted: event.accepted },
        },
      };
    default:
      return {};
  }
}

/** The case after an event that `decideAct` accepted. */
export function evolveApplication(
  state: ApplicationState,
  recorded: RecordedEvent,
  rules: ClockRules,
): ApplicationState {
  const { event } = recorded;
  const clock = clockAfter(state, event, rules);
  const outcome = outcomeBy(state, event);
  const result = outcome === null ? null : { outcome, on: event.on };
  return {
    ...state,
    ...factsAfter(state, recorded),
    status: statusAfter(state, event, clock),
    clock,
    letters: lettersAfter(state.letters, event),
    draft: draftAfter(state, recorded),
    result: state.result ?? result,
    lastResult: result ?? state.lastResult,
  };
}

/** Replays a case; what was accepted once is not judged again. */
export const replayApplication = (events: readonly RecordedEvent[], rules: ClockRules): ApplicationState =>
  events.reduce((state, recorded) => evolveApplication(state, recorded, rules), APPLICATION_START);
