import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { ExcludedInterval } from '../calendar/working-days.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { ApplicationState } from './application-state.ts';
import { lapseOf } from './clock/clock-dates.ts';
import type { ClockRules } from './clock/clock-rules.ts';

/** A running period of a case, as the register of deadlines keeps it. */
export interface CaseDeadline {
  /** What is due, in words; unique in the case. */
  readonly kind: string;
  readonly startsOn: CivilDate;
  readonly workingDays: number;
  readonly excluded: readonly ExcludedInterval[];
}

export const REPLY_DEADLINE = '答复';

interface Rules {
  readonly calendar: WorkingCalendar;
  readonly clockRules: ClockRules;
  readonly today: CivilDate;
}

function reply({ clock }: ApplicationState, { calendar, clockRules, today }: Rules): readonly CaseDeadline[] {
  const { base, quota, excluded, open, reasonsAskedOn, suspension, deferredTo } = clock;
  if (base === null || suspension !== null) return [];
  // 条例35: the day that was fixed and told; no calendar moves it.
  if (deferredTo !== null) {
    return [{ kind: REPLY_DEADLINE, startsOn: deferredTo, workingDays: 0, excluded: [] }];
  }
  // As `projectedDue`: no day after the period of a consultation is left out, whenever the file is looked at.
  const stillOpen = open.map(
    (one): ExcludedInterval => ({
      after: one.sentOn,
      upTo: lapseOf(one, calendar, clockRules)?.date ?? today,
    }),
  );
  const asked = reasonsAskedOn === null ? [] : [{ after: reasonsAskedOn, upTo: today }];
  const left = [...excluded, ...stillOpen, ...asked];
  return [{ kind: REPLY_DEADLINE, startsOn: base, workingDays: quota, excluded: left }];
}

function correctionNotice(
  { status, clock }: ApplicationState,
  { clockRules }: Rules,
): readonly CaseDeadline[] {
  const { base, correctionUsed } = clock;
  const isOpen = status === 'registered' || status === 'processing';
  if (!isOpen || base === null || correctionUsed) return [];
  return [{ kind: '补正告知', startsOn: base, workingDays: clockRules.correctionNoticeDays, excluded: [] }];
}

function waiting(
  { clock: { suspension } }: ApplicationState,
  { clockRules }: Rules,
): readonly CaseDeadline[] {
  if (suspension === null || suspension.deliveredOn === null) return [];
  const isFee = suspension.reason === 'fee';
  const workingDays = isFee ? clockRules.paymentDays : suspension.days;
  if (workingDays === null) return [];
  return [{ kind: isFee ? '缴费' : '补正', startsOn: suspension.deliveredOn, workingDays, excluded: [] }];
}

function consultations(
  { clock, consultations }: ApplicationState,
  { clockRules }: Rules,
): readonly CaseDeadline[] {
  return clock.open.flatMap(({ consultationId, kind, receivedOn }) => {
    if (kind === 'organConsultation' || receivedOn === null) return [];
    const place = consultations.findIndex((one) => one.consultationId === consultationId) + 1;
    const days = clockRules.consultationDays;
    return [{ kind: `征求意见（第${place}次）`, startsOn: receivedOn, workingDays: days, excluded: [] }];
  });
}

/** Every period that runs in the case now, none once it has ended. */
export function caseDeadlines(state: ApplicationState, rules: Rules): readonly CaseDeadline[] {
  if (state.clock.ended !== null) return [];
  return [
    ...reply(state, rules),
    ...correctionNotice(state, rules),
    ...waiting(state, rules),
    ...consultations(state, rules),
  ];
}
