import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { ApplicationState } from './application-state.ts';
import { correctionNoticeLimit, lapseOf, projectedDue, suspensionEnd } from './clock/clock-dates.ts';
import type { ClockRules } from './clock/clock-rules.ts';
import { type IntakeFacts, type IntakeRules, intakeLimits } from './intake.ts';
import { type Milestone, type MilestoneRules, milestonesOf } from './milestones.ts';
import type { ReminderDates } from './reminders.ts';
import { isOpen, type Status } from './status.ts';

interface Rules {
  readonly calendar: WorkingCalendar;
  readonly clockRules: ClockRules;
  readonly intakeRules: IntakeRules;
  readonly milestoneRules: MilestoneRules;
  /** Working days that other organs are asked to answer in [U]; 0: none was named. */
  readonly organConsultationDays: number;
  readonly today: CivilDate;
}

/** Before the unit has handed in its draft. */
const WITH_UNIT: ReadonlySet<Status> = new Set(['registered', 'processing', 'consulting', 'drafting']);
const CORRECTABLE: ReadonlySet<Status> = new Set(['registered', 'processing']);

function confirmation(
  { status }: ApplicationState,
  intake: IntakeFacts,
  { calendar, intakeRules }: Rules,
): ReminderDates['confirmation'] {
  const { arrivedOn } = intake;
  if (status !== 'awaitingConfirmation' || arrivedOn === null) return null;
  const { confirmBy, alarmOn } = intakeLimits({ ...intake, arrivedOn }, calendar, intakeRules);
  return confirmBy === null || alarmOn === null ? null : { by: confirmBy.date, alarmOn: alarmOn.date };
}

function consultations({ clock }: ApplicationState, rules: Rules): ReminderDates['consultations'] {
  const { calendar, clockRules, organConsultationDays } = rules;
  return clock.open.flatMap((one) => {
    const { kind, sentOn } = one;
    const isAsked = kind === 'organConsultation' && organConsultationDays > 0;
    const lapse = isAsked
      ? addWorkingDays(calendar, sentOn, organConsultationDays)
      : lapseOf(one, calendar, clockRules);
    return lapse === null ? [] : [{ kind, lapsesOn: lapse.date }];
  });
}

/** The open dates of a case that the office is reminded of; of an ended case all are `null`. */
export function reminderDatesOf(state: ApplicationState, intake: IntakeFacts, rules: Rules): ReminderDates {
  const { status, clock, officerId } = state;
  const { calendar, clockRules, milestoneRules, today } = rules;
  const due = isOpen(status) ? projectedDue(clock, calendar, clockRules, today) : null;
  const milestones = due === null ? [] : milestonesOf(due, milestoneRules);
  const dayOf = (kind: Milestone['kind'], isAwaited: boolean): CivilDate | null =>
    isAwaited ? (milestones.find((one) => one.kind === kind)?.on ?? null) : null;
  const noticeLimit = CORRECTABLE.has(status) ? correctionNoticeLimit(clock, calendar, clockRules) : null;
  const waitsUntil = suspensionEnd(clock, calendar, clockRules);
  return {
    due: due?.date ?? null,
    isProvisional: due?.provisional ?? false,
    correctableSince: noticeLimit === null ? null : clock.base,
    correctionNoticeLimit: noticeLimit?.date ?? null,
    consultations: consultations(state, rules),
    waiting:
      waitsUntil === null || clock.suspension === null
        ? null
        : { reason: clock.suspension.reason, until: waitsUntil.date },
    confirmation: confirmation(state, intake, rules),
    dispatchBy: dayOf('dispatch', officerId === null),
    unitBy: dayOf('unit', WITH_UNIT.has(status)),
    answerBy: null,
  };
}
