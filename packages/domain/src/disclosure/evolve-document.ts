import { assertNever } from '../kernel/assert-never.ts';
import { type DocumentEvent, LEAK_KINDS } from './document-act.ts';
import { DOCUMENT_START, type DocumentState } from './document-state.ts';
import type { DocumentStatus } from './document-status.ts';
import { DOCUMENT_TRANSITIONS } from './document-transitions.ts';

/** What a fresh submission, or a return to the desk, leaves of the review before it: nothing (一事一审). */
const UNREVIEWED = {
  secrecyReview: null,
  justified: [],
  coordinations: [],
  reportResult: null,
  reviewedBy: null,
  approvedBy: null,
  scheduledFor: null,
} as const satisfies Partial<DocumentState>;

/** Where a document rests that nobody is changing. */
function restingStatus(state: DocumentState): DocumentStatus {
  if (state.public !== null) return 'published';
  if (state.withdrawn !== null) return 'withdrawn';
  return state.wasFiled ? 'filed' : 'discarded';
}

function nextStatus(state: DocumentState, event: DocumentEvent): DocumentStatus {
  const { to } = DOCUMENT_TRANSITIONS[event.type];
  switch (to) {
    case 'stays':
      return event.type === 'withdraw' && state.status === 'published' ? 'withdrawn' : state.status;
    case 'reviewStart':
      return event.type === 'submit' && event.hasUnitStep ? 'inUnitReview' : 'inReview';
    case 'concluded':
      return event.type === 'approve' && event.disclosureClass === 'proactive' ? 'approved' : 'filed';
    case 'resting':
      return restingStatus(state);
    default:
      return to;
  }
}

/** What a review says of its text for the time after it, also when the text comes back to the desk. */
const heldBackBy = ({
  sha256,
  conclusion,
}: Extract<DocumentEvent, { readonly type: 'recordSecrecyReview' }>): DocumentState['heldBack'] => {
  switch (conclusion) {
    case 'publish':
    case 'publishPart':
      return null;
    case 'withhold':
      return { sha256, because: 'secrecy-against' };
    case 'report':
      return { sha256, because: 'secrecy-report' };
    default:
      return assertNever(conclusion);
  }
};

/** What is known of the edition that is taken down. */
const takenDown = (
  { public: seen, edition }: DocumentState,
  at: string,
  how: Pick<NonNullable<DocumentState['withdrawn']>, 'kind' | 'hidesExistence'>,
): Pick<DocumentState, 'public' | 'withdrawn' | 'awaitsThirdPerson'> => ({
  public: null,
  withdrawn: { edition: seen?.edition ?? edition, at, ...how },
  awaitsThirdPerson: false,
});

const publicNow = (state: DocumentState, since: string): Partial<DocumentState> =>
  state.revision === null
    ? {}
    : {
        public: { edition: state.edition, revision: state.revision, since },
        withdrawn: null,
        scheduledFor: null,
      };

function changedBy(state: DocumentState, event: DocumentEvent): Partial<DocumentState> {
  switch (event.type) {
    case 'submit':
      return { ...UNREVIEWED, revision: event.revision, submittedBy: event.by };
    case 'takeBack':
    case 'sendBack':
      return UNREVIEWED;
    case 'recordSecrecyReview': {
      const { sha256, answers, conclusion, by } = event;
      return { secrecyReview: { sha256, answers, conclusion, by }, heldBack: heldBackBy(event) };
    }
    case 'justifyFinding':
      return { justified: [...state.justified, event.finding] };
    case 'askCoordination':
      return {
        coordinations: [...state.coordinations, { coordinationId: event.coordinationId, result: null }],
      };
    case 'endCoordination':
      return {
        coordinations: state.coordinations.map((one) =>
          one.coordinationId === event.coordinationId ? { ...one, result: event.result } : one,
        ),
      };
    case 'passReview':
      return { reviewedBy: event.by };
    case 'resolveReport':
      return {
        secrecyReview: null,
        reportResult: event.mayBePublished ? 'for' : 'against',
        heldBack:
          event.mayBePublished || state.revision === null
            ? null
            : { sha256: state.revision.sha256, because: 'report-against' },
      };
    case 'approve': {
      const revision = state.revision && { ...state.revision, disclosureClass: event.disclosureClass };
      return { approvedBy: event.by, revision, wasFiled: event.disclosureClass !== 'proactive' };
    }
    case 'publish':
      return { ...publicNow(state, event.at), publishedBy: event.by };
    case 'schedule':
      return { scheduledFor: event.minute, publishedBy: event.by };
    case 'cancelSchedule':
      return { scheduledFor: null, publishedBy: null };
    case 'becomePublic':
      return publicNow(state, state.scheduledFor ?? event.at);
    case 'publishUrgently': {
      const submitted = { ...state, ...UNREVIEWED, revision: event.revision };
      return {
        ...submitted,
        ...publicNow(submitted, event.at),
        publishedBy: event.by,
        awaitsThirdPerson: true,
      };
    }
    case 'approveAfterwards':
      return { awaitsThirdPerson: false, approvedBy: event.by };
    case 'declineAfterwards':
      return takenDown(state, event.at, { kind: 'notApproved', hidesExistence: false });
    case 'withdraw': {
      const { kind, hidesExistence, at } = event;
      const isLeak = LEAK_KINDS.some((one) => one === kind);
      return {
        ...takenDown(state, at, { kind, hidesExistence }),
        ...(isLeak && { leak: { since: at, persons: null, authority: null } }),
      };
    }
    case 'followUpLeak':
      return state.leak === null ? {} : { leak: { ...state.leak, [event.duty]: event.answer } };
    case 'revise':
      return {
        ...UNREVIEWED,
        edition: state.edition + 1,
        resting: state.revision,
        submittedBy: null,
        publishedBy: null,
      };
    case 'discard':
      return state.resting === null ? {} : { revision: state.resting };
    case 'agreeInUnit':
    case 'report':
    case 'reevaluate':
    case 'handOver':
      return {};
    default:
      return assertNever(event);
  }
}

/** The state after one more event; replaying a document's events gives its state. */
export const evolveDocument = (state: DocumentState, event: DocumentEvent): DocumentState => ({
  ...state,
  ...changedBy(state, event),
  status: nextStatus(state, event),
});

/** The state that a document's events make. */
export const replayDocument = (events: readonly DocumentEvent[]): DocumentState =>
  events.reduce(evolveDocument, DOCUMENT_START);
