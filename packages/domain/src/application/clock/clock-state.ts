import type { ExcludedInterval } from '../../calendar/working-days.ts';
import { assertNever } from '../../kernel/assert-never.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { ClockEvent, ConsultationKind } from './clock-event.ts';
import type { ClockRules } from './clock-rules.ts';

export interface OpenConsultation {
  readonly consultationId: string;
  readonly kind: ConsultationKind;
  readonly sentOn: CivilDate;
  /** Day on which the consultee had the letter; `null` while that is not known. */
  readonly receivedOn: CivilDate | null;
}

/** Why the clock does not run. */
export type Suspension =
  | {
      readonly reason: 'correction';
      readonly noticedOn: CivilDate;
      readonly deliveredOn: CivilDate | null;
      /** Working days to correct; `null` until the notice is delivered. */
      readonly days: number | null;
    }
  | { readonly reason: 'fee'; readonly noticedOn: CivilDate; readonly deliveredOn: CivilDate | null };

export interface ClockState {
  /** The day the period starts after; `null` before receipt. */
  readonly base: CivilDate | null;
  readonly quota: number;
  readonly excluded: readonly ExcludedInterval[];
  readonly open: readonly OpenConsultation[];
  /** Since when reasons are waited for, where that time is left out [U]; else `null`. */
  readonly reasonsAskedOn: CivilDate | null;
  readonly suspension: Suspension | null;
  /** 条例35: the day that was fixed and told instead of the counted one. */
  readonly deferredTo: CivilDate | null;
  readonly correctionUsed: boolean;
  readonly extensionUsed: boolean;
  readonly feeUsed: boolean;
  /**
   * What a late notice of correction interrupted, and when; the end of that period stays visible beside the new one,
   * because the law says nothing of a notice after the seventh day [U].
   */
  readonly interrupted: { readonly before: ClockState; readonly on: CivilDate } | null;
  /** How and when it ended; nothing moves the clock after that, and what suspended it then stays in sight. */
  readonly ended: { readonly on: CivilDate; readonly by: ClockEvent['type'] } | null;
}

export const CLOCK_START: ClockState = {
  base: null,
  quota: 0,
  excluded: [],
  open: [],
  reasonsAskedOn: null,
  suspension: null,
  deferredTo: null,
  correctionUsed: false,
  extensionUsed: false,
  feeUsed: false,
  interrupted: null,
  ended: null,
};

/** A new period after a correction or a payment: counted afresh, nothing of the old one is left out of it. */
const restarted = (state: ClockState, base: CivilDate, { replyDays }: ClockRules): ClockState => ({
  ...state,
  base,
  quota: replyDays,
  excluded: [],
  suspension: null,
  deferredTo: null,
});

/** The old period runs on; the days of waiting are left out of it. */
function resumed(state: ClockState, upTo: CivilDate): ClockState {
  const { suspension, excluded } = state;
  if (suspension === null) return state;
  return { ...state, suspension: null, excluded: [...excluded, { after: suspension.noticedOn, upTo }] };
}

function reasonsGiven(state: ClockState, on: CivilDate): ClockState {
  const { reasonsAskedOn: after, excluded } = state;
  return after === null
    ? state
    : { ...state, reasonsAskedOn: null, excluded: [...excluded, { after, upTo: on }] };
}

function delivered(state: ClockState, on: CivilDate, days: number | null): ClockState {
  const { suspension } = state;
  if (suspension === null) return state;
  return {
    ...state,
    suspension:
      suspension.reason === 'correction'
        ? { ...suspension, deliveredOn: on, days }
        : { ...suspension, deliveredOn: on },
  };
}

function consultationEnded(state: ClockState, consultationId: string, on: CivilDate): ClockState {
  const ended = state.open.find((one) => one.consultationId === consultationId);
  return {
    ...state,
    open: state.open.filter((one) => one !== ended),
    excluded: ended === undefined ? state.excluded : [...state.excluded, { after: ended.sentOn, upTo: on }],
  };
}

/**
 * The state after an event that `refuseClockEvent` accepts (applications.md §8.1).
 *
 * @param isLateNotice whether a notice of correction came after its seventh working day
 */
export function evolveClock(
  state: ClockState,
  event: ClockEvent,
  rules: ClockRules,
  isLateNotice = false,
): ClockState {
  switch (event.type) {
    case 'received':
      return { ...state, base: event.on, quota: rules.replyDays };
    case 'correctionNoticed':
      return {
        ...state,
        correctionUsed: true,
        interrupted: isLateNotice ? { before: state, on: event.on } : null,
        suspension: { reason: 'correction', noticedOn: event.on, deliveredOn: null, days: null },
      };
    case 'correctionNoticeDelivered':
      return delivered(state, event.on, event.days);
    case 'feeNoticeDelivered':
      return delivered(state, event.on, null);
    case 'corrected':
      return restarted(state, event.on, rules);
    case 'feePaid':
      return rules.restartsAfterPayment ? restarted(state, event.on, rules) : resumed(state, event.on);
    case 'consultationSent': {
      const { consultationId, kind, on } = event;
      return { ...state, open: [...state.open, { consultationId, kind, sentOn: on, receivedOn: null }] };
    }
    case 'consultationReceived': {
      const { consultationId, on } = event;
      const open = state.open.map((one) =>
        one.consultationId === consultationId ? { ...one, receivedOn: on } : one,
      );
      return { ...state, open };
    }
    case 'consultationEnded':
      return consultationEnded(state, event.consultationId, event.on);
    case 'reasonsRequested':
      return rules.excludesReasons ? { ...state, reasonsAskedOn: event.on } : state;
    case 'reasonsGiven':
      return reasonsGiven(state, event.on);
    case 'extended':
      return { ...state, quota: state.quota + event.days, extensionUsed: true };
    case 'deferred':
      return { ...state, deferredTo: event.dueOn };
    case 'feeNoticed':
      return {
        ...state,
        feeUsed: true,
        suspension: { reason: 'fee', noticedOn: event.on, deliveredOn: null },
      };
    case 'correctionLapsed':
    case 'feeLapsed':
    case 'replied':
    case 'withdrawn':
      return { ...state, ended: { on: event.on, by: event.type } };
    default:
      return assertNever(event);
  }
}
