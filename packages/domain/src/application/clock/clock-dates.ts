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

/** How an open consultation is counted for a look at the due date. */
type OpenUntil = (consultation: OpenConsultation) => CivilDate;

function due(
  { base, quota, excluded, open, deferredTo, suspension }: ClockState,
  calendar: WorkingCalendar,
  until: OpenUntil,
): DerivedDate | null {
  if (base === null || suspension !== null) return null;
  if (deferredTo !== null) {
    return { date: deferredTo, provisional: false, calendarVersion: calendar.version, days: [] };
  }
  const stillOpen: ExcludedInterval[] = open.map((one) => ({ after: one.sentOn, upTo: until(one) }));
  return dueDate(calendar, base, quota, [...excluded, ...stillOpen]);
}

/**
 * The last day to reply as the file stands on a day: an open consultation leaves out the days up to then.
 * `null` before receipt and while the clock is suspended.
 */
export const dueOnFile = (state: ClockState, calendar: WorkingCalendar, today: CivilDate) =>
  due(state, calendar, () => today);

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
  due(state, calendar, (one) => {
    const lapse = lapseOf(one, calendar, rules)?.date ?? today;
    return lapse > today ? lapse : today;
  });

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
  { suspension }: ClockState,
  calendar: WorkingCalendar,
  { paymentDays }: ClockRules,
): DerivedDate | null {
  if (suspension === null || suspension.deliveredOn === null) return null;
  const days = suspension.reason === 'fee' ? paymentDays : suspension.days;
  return days === null ? null : addWorkingDays(calendar, suspension.deliveredOn, days);
}

/** What would have been the last day without a late notice of correction [U]. */
export const strictDue = (
  { strictBase }: ClockState,
  calendar: WorkingCalendar,
  { replyDays }: ClockRules,
): DerivedDate | null => (strictBase === null ? null : addWorkingDays(calendar, strictBase, replyDays));
