import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import { endOfRemedyPeriod, reconsiderationApplicationEnd } from '../remedy/remedy-periods.ts';
import type { ApplicationEvent } from './act.ts';
import type { ApplicantDetails, ApplicationForm } from './application-form.ts';
import { isOpen, type Status } from './status.ts';

/** A case as far as it says when nobody can turn to anyone about it any more. */
export interface FinishedCase {
  readonly status: Status;
  /** Of an old register: what its letters told of remedies, nobody knows. */
  readonly isImported: boolean;
  readonly events: readonly ApplicationEvent[];
}

/**
 * The last day to apply for review or to sue over a reply that reached its applicant on a day (行政复议法20, 行政诉讼法46);
 * without being told of the remedies, a year from knowing of it. The periods of 5 and 20 years are for those who never
 * knew, and a reply that was delivered is known.
 */
export function lastRemedyDay(
  calendar: WorkingCalendar,
  deliveredOn: CivilDate,
  wasTold: boolean,
): CivilDate {
  const knownOn = deliveredOn < calendar.firstDay ? calendar.firstDay : deliveredOn;
  const review = reconsiderationApplicationEnd(calendar, { knownOn, toldOn: wasTold ? knownOn : null }).date;
  const suit = endOfRemedyPeriod(calendar, 'directSuit', knownOn).date;
  return review > suit ? review : suit;
}

/**
 * The first day on which the identity documents of a case are no longer kept in the active system: so many days after
 * the last remedy period (privacy-security.md §5 [U]); `null` while the case is open. The period runs from the last
 * reply that was delivered, and where there was none from the last thing that happened.
 */
export function identityErasureDay(
  { status, isImported, events }: FinishedCase,
  calendar: WorkingCalendar,
  days: number,
): CivilDate | null {
  if (isOpen(status)) return null;
  const last = events.findLast(({ type }) => type === 'deliverReply') ?? events.at(-1);
  return last === undefined ? null : addDays(lastRemedyDay(calendar, last.on, !isImported), days + 1);
}

/** Who applied, without the number of the document that proved it; its kind stays. */
export const withoutIdentityNumber = (details: ApplicantDetails): ApplicantDetails => ({
  ...details,
  identityNumber: null,
});

/** The form without the numbers of applicant and agent. */
export const withoutIdentityNumbers = (form: ApplicationForm): ApplicationForm => ({
  ...form,
  applicant: withoutIdentityNumber(form.applicant),
  agent: form.agent === null ? null : { ...form.agent, identityNumber: null },
});
