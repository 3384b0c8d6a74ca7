import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { ActTexts, ApplicationAct } from './act.ts';
import type { ApplicationState } from './application-state.ts';
import { suspensionEnd } from './clock/clock-dates.ts';
import type { ClockRules } from './clock/clock-rules.ts';
import { type Refusal, refusal } from './refusals.ts';
import type { ActorRole } from './transition.ts';

interface Rules {
  readonly calendar: WorkingCalendar;
  readonly clockRules: ClockRules;
  readonly actor: { readonly roles: readonly ActorRole[] };
}

/** Whether a day is after the period to correct; it is not while the notice has not been delivered. */
export function isLateCorrection(
  { clock }: ApplicationState,
  { on }: Pick<ApplicationAct, 'on'>,
  { calendar, clockRules }: Pick<Rules, 'calendar' | 'clockRules'>,
): boolean {
  const end = suspensionEnd(clock, calendar, clockRules);
  return end !== null && on > end.date;
}

/**
 * After the period the applicant does not bring the case back alone: without good reason the application counts as
 * abandoned, and whether the reason is good the office decides, with words of its own when it says no (条例30).
 */
export function refuseCorrection(
  state: ApplicationState,
  { act, texts }: { readonly act: ApplicationAct; readonly texts: ActTexts },
  rules: Rules,
): readonly Refusal[] {
  const { lateCorrectionOn } = state;
  const isLate = isLateCorrection(state, act, rules);
  switch (act.type) {
    case 'acceptCorrection': {
      if (rules.actor.roles.every((role) => role === 'applicant')) {
        return isLate ? [refusal('correction-late')] : [];
      }
      const isPutOff = lateCorrectionOn !== null && act.on > lateCorrectionOn;
      return isPutOff ? [refusal('correction-came-before', 'on')] : [];
    }
    case 'offerCorrection': {
      if (lateCorrectionOn !== null) return [refusal('late-correction-known')];
      return isLate ? [] : [refusal('correction-not-late')];
    }
    case 'lapseCorrection': {
      const isUnexplained = lateCorrectionOn !== null && (texts['reason'] ?? '').trim() === '';
      return isUnexplained ? [refusal('text-missing', 'texts.reason')] : [];
    }
    default:
      return [];
  }
}
