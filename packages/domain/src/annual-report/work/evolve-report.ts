import { assertNever } from '../../kernel/assert-never.ts';
import type { ReportEvent } from './report-act.ts';
import { REPORT_START, type ReportState } from './report-state.ts';

/** Nothing is frozen, signed or accepted any more. */
const UNFROZEN = { frozen: null, signedBy: null, signedAt: null, acceptedAt: null } as const;

/** What a published report is again when its restatement is given up. */
const resting = (state: ReportState): ReportState =>
  state.published === null
    ? state
    : {
        ...state,
        ...UNFROZEN,
        status: 'published',
        edition: state.edition - 1,
        frozen: { ...state.published, askedBy: '' },
        returned: null,
        restatedSince: null,
      };

function publishedBy(state: ReportState, at: string): ReportState {
  if (state.frozen === null) return state;
  const { submission, sha256 } = state.frozen;
  return { ...state, status: 'published', published: { submission, sha256, at }, returned: null };
}

/** The state after one more event; events come from `decideReportAct` only. */
export function evolveReport(state: ReportState, event: ReportEvent): ReportState {
  switch (event.type) {
    case 'askSignature': {
      const { submission, sha256, by } = event;
      return { ...state, status: 'inSignature', frozen: { submission, sha256, askedBy: by } };
    }
    case 'recordSecrecyReview':
      return { ...state, reviewedTexts: event.textsHash };
    case 'takeBack':
    case 'sendBack':
      return { ...state, ...UNFROZEN, status: state.returned === null ? 'drafting' : 'returned' };
    case 'sign': {
      const signed = { ...state, signedBy: event.by, signedAt: event.at };
      return event.hasReceiver
        ? { ...signed, status: 'submitted' }
        : { ...signed, status: 'accepted', acceptedAt: event.at };
    }
    case 'returnForMending': {
      if (state.frozen === null) return state;
      const { cells, passages } = event;
      const returned = { submission: state.frozen.submission, cells, passages };
      return { ...state, ...UNFROZEN, status: 'returned', returned };
    }
    case 'accept':
      return { ...state, status: 'accepted', acceptedAt: event.at };
    case 'publish':
      return publishedBy(state, event.at);
    case 'restate':
      return {
        ...state,
        ...UNFROZEN,
        status: 'drafting',
        edition: state.edition + 1,
        restatedSince: event.at,
      };
    case 'discardRestatement':
      return resting(state);
    case 'enterFile': {
      const { submission, sha256, by, at } = event;
      const entered = { ...state, status: event.as, frozen: { submission, sha256, askedBy: by } };
      return event.as === 'published' ? publishedBy(entered, at) : { ...entered, signedAt: at };
    }
    default:
      return assertNever(event);
  }
}

export const reportStateOf = (events: readonly ReportEvent[]): ReportState =>
  events.reduce(evolveReport, REPORT_START);
