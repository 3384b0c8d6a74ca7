import {
  correctionNoticeLimit,
  dueOnFile,
  isRepliedInTime,
  lapseOf,
  projectedDue,
  strictDue,
  suspensionEnd,
} from '@zhaoshi/domain/application/clock/clock-dates';
import type { ClockEvent, ConsultationKind } from '@zhaoshi/domain/application/clock/clock-event';
import type { ClockRules } from '@zhaoshi/domain/application/clock/clock-rules';
import type { ClockState } from '@zhaoshi/domain/application/clock/clock-state';
import { CLOCK_REJECTIONS, type ClockRejection } from '@zhaoshi/domain/application/clock/refuse-clock-event';
import { runClock } from '@zhaoshi/domain/application/clock/run-clock';
import { type Milestone, type MilestoneRules, milestonesOf } from '@zhaoshi/domain/application/milestones';
import type { WorkingCalendar } from '@zhaoshi/domain/calendar/working-calendar';
import type { DerivedDate } from '@zhaoshi/domain/calendar/working-days';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';

/** Every date of a case after its accepted events, as seen on a day. */
export interface SimulatedDates {
  readonly due: DerivedDate | null;
  /** `null` unless a consultation is open. */
  readonly projectedDue: DerivedDate | null;
  readonly correctionNoticeLimit: DerivedDate | null;
  readonly suspensionEnd: DerivedDate | null;
  readonly strictDue: DerivedDate | null;
  readonly consultations: readonly {
    readonly consultationId: string;
    readonly kind: ConsultationKind;
    readonly lapse: DerivedDate | null;
  }[];
}

export interface Simulation {
  readonly today: CivilDate;
  /** The accepted events, each with the last day to reply after it. */
  readonly steps: readonly { readonly event: ClockEvent; readonly due: DerivedDate | null }[];
  /** The first event that the law does not let happen; what follows it is not looked at. */
  readonly refused: {
    readonly index: number;
    readonly event: ClockEvent;
    readonly rejection: ClockRejection;
    readonly message: string;
  } | null;
  readonly dates: SimulatedDates;
  readonly milestones: readonly Milestone[];
  readonly suspendedFor: 'correction' | 'fee' | null;
  readonly ended: ClockState['ended'];
  readonly repliedInTime: boolean | null;
}

interface Rules {
  readonly calendar: WorkingCalendar;
  readonly clockRules: ClockRules;
  readonly milestoneRules: MilestoneRules;
}

function datesOf(state: ClockState, today: CivilDate, { calendar, clockRules }: Rules): SimulatedDates {
  const isOpen = state.open.length > 0 && state.ended === null;
  return {
    due: dueOnFile(state, calendar, clockRules, today),
    projectedDue: isOpen ? projectedDue(state, calendar, clockRules, today) : null,
    correctionNoticeLimit: correctionNoticeLimit(state, calendar, clockRules),
    suspensionEnd: suspensionEnd(state, calendar, clockRules),
    strictDue: strictDue(state, calendar, clockRules),
    consultations: state.open.map((one) => ({
      consultationId: one.consultationId,
      kind: one.kind,
      lapse: lapseOf(one, calendar, clockRules),
    })),
  };
}

/** The state after the first events; they are known to be accepted. */
function stateAfter(events: readonly ClockEvent[], { calendar, clockRules }: Rules): ClockState {
  const run = runClock(events, calendar, clockRules);
  if (!run.ok) throw new Error(`event ${run.error.index} was accepted before: ${run.error.rejection}`);
  return run.value;
}

/** Runs the clock over the events up to the first that is refused, and works out every date. */
export function simulateClock(events: readonly ClockEvent[], today: CivilDate, rules: Rules): Simulation {
  const { calendar, clockRules, milestoneRules } = rules;
  const run = runClock(events, calendar, clockRules);
  const accepted = run.ok ? events : events.slice(0, run.error.index);
  const refusedEvent = run.ok ? undefined : events[run.error.index];
  const state = stateAfter(accepted, rules);
  const dates = datesOf(state, today, rules);
  return {
    today,
    steps: accepted.map((event, index) => ({
      event,
      due: dueOnFile(stateAfter(events.slice(0, index + 1), rules), calendar, clockRules, event.on),
    })),
    refused:
      run.ok || refusedEvent === undefined
        ? null
        : { ...run.error, event: refusedEvent, message: CLOCK_REJECTIONS[run.error.rejection] },
    dates,
    milestones: dates.due === null || state.ended !== null ? [] : milestonesOf(dates.due, milestoneRules),
    suspendedFor: state.ended === null ? (state.suspension?.reason ?? null) : null,
    ended: state.ended,
    repliedInTime: isRepliedInTime(state, calendar, clockRules),
  };
}
