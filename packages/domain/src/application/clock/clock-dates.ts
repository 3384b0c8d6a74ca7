import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import {
  addWorkingDays,
  type DerivedDate,
  dueDate,
  type ExcludedInterval,
} from '../../calendar/working-days.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { ClockRules } from './clock-rules.ts';
import type { ClockState, OpenConsultation } from './clock-state.ts';

/** The period that the law gives the consultee; other organs concerned have none (条例33¶3). */
export function lapseOf(
  { kind, receivedOn }: OpenConsultation,
  calendar: WorkingCalendar,
  { consultationDays }: ClockRules,
): DerivedDate | null {
  if (kind === 'organConsultation' || receivedOn === null) return null;
  return addWorkingDays(calendar, receivedOn, consultationDays);
}

const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);

/** How an open consultation is counted for a look at the due date; `lapse` where its period is known. */
type OpenUntil = (lapse: CivilDate | null) => CivilDate;

function due(
  { base, quota, excluded, open, reasonsAskedOn, deferredTo, suspension }: ClockState,
  calendar: WorkingCalendar,
  rules: ClockRules,
  until: OpenUntil,
): DerivedDate | null {
  if (base === null || suspension !== null) return null;
  if (deferredTo !== null) {
    return { date: deferredTo, provisional: false, calendarVersion: calendar.version, days: [] };
  }
  const stillOpen: ExcludedInterval[] = open.map((one) => ({
    after: one.sentOn,
    upTo: until(lapseOf(one, calendar, rules)?.date ?? null),
  }));
  const asked = reasonsAskedOn === null ? [] : [{ after: reasonsAskedOn, upTo: until(null) }];
  return dueDate(calendar, base, quota, [...excluded, ...stillOpen, ...asked]);
}

/** An ended case is looked at as it was on its last day. */
const lookedAt = ({ ended }: ClockState, today: CivilDate): CivilDate =>
  ended === null ? today : earlier(ended.on, today);

/**
 * The last day to reply as the file stands on a day: an open consultation leaves out the days up to then, but none
 * after its own period (条例32, 34: the organ decides, or consent is taken as given).
 * `null` before receipt and while the clock is suspended.
 */
export function dueOnFile(
  state: ClockState,
  calendar: WorkingCalendar,
  rules: ClockRules,
  today: CivilDate,
): DerivedDate | null {
  const day = lookedAt(state, today);
  return due(state, calendar, rules, (lapse) => (lapse === null ? day : earlier(lapse, day)));
}

/**
 * The last day to reply as it is likely to become: an open consultation is taken to end with its period, or today
 * where there is none. Not final while `state.open` is not empty.
 */
export const projectedDue = (
  state: ClockState,
  calendar: WorkingCalendar,
  rules: ClockRules,
  today: CivilDate,
): DerivedDate | null =>
  state.ended === null
    ? due(state, calendar, rules, (lapse) => lapse ?? today)
    : dueOnFile(state, calendar, rules, today);

/** Whether the reply came by its last day (条例33); `null` when the case has not ended with a reply. */
export function isRepliedInTime(
  state: ClockState,
  calendar: WorkingCalendar,
  rules: ClockRules,
): boolean | null {
  if (state.ended?.by !== 'replied') return null;
  const last = dueOnFile(state, calendar, rules, state.ended.on);
  return last === null || state.ended.on <= last.date;
}

/** The last day for a notice of correction (条例30); `null` when it is spent or the clock does not run. */
export function correctionNoticeLimit(
  { base, correctionUsed, suspension, ended }: ClockState,
  calendar: WorkingCalendar,
  { correctionNoticeDays }: ClockRules,
): DerivedDate | null {
  if (base === null || correctionUsed || suspension !== null || ended !== null) return null;
  return addWorkingDays(calendar, base, correctionNoticeDays);
}

/** The last day to correct or to pay; `null` when neither is waited for, or the notice is not delivered. */
export function suspensionEnd(
  { suspension, ended }: ClockState,
  calendar: WorkingCalendar,
  { paymentDays }: ClockRules,
): DerivedDate | null {
  if (ended !== null || suspension === null || suspension.deliveredOn === null) return null;
  const days = suspension.reason === 'fee' ? paymentDays : suspension.days;
  return days === null ? null : addWorkingDays(calendar, suspension.deliveredOn, days);
}

/** What was the last day when a late notice of correction came, extension and consultations included [U]. */
export const strictDue = (
  { interrupted }: ClockState,
  calendar: WorkingCalendar,
  rules: ClockRules,
): DerivedDate | null =>
  interrupted === null ? null : dueOnFile(interrupted.before, calendar, rules, interrupted.on);
