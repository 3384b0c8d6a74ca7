import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { ClockEvent } from './clock-event.ts';
import type { ClockRules } from './clock-rules.ts';
import { CLOCK_START, type ClockState, evolveClock } from './clock-state.ts';
import { type ClockRejection, isLateCorrectionNotice, refuseClockEvent } from './refuse-clock-event.ts';

/** Takes one event, or says why the law does not let it move the clock. */
function stepClock(
  state: ClockState,
  event: ClockEvent,
  calendar: WorkingCalendar,
  rules: ClockRules,
): Result<ClockState, ClockRejection> {
  const refused = refuseClockEvent(state, event, calendar, rules);
  if (refused !== null) return err(refused);
  const isLate =
    event.type === 'correctionNoticed' && isLateCorrectionNotice(state, event.on, calendar, rules);
  return ok(evolveClock(state, event, rules, isLate));
}

/**
 * Replays a list of events from the start.
 *
 * @returns the state after all of them, or the first that is refused with its place in the list (from 0)
 */
export function runClock(
  events: readonly ClockEvent[],
  calendar: WorkingCalendar,
  rules: ClockRules,
): Result<ClockState, { readonly index: number; readonly rejection: ClockRejection }> {
  let state = CLOCK_START;
  for (const [index, event] of events.entries()) {
    const next = stepClock(state, event, calendar, rules);
    if (!next.ok) return err({ index, rejection: next.error });
    state = next.value;
  }
  return ok(state);
}
