import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { addWorkingDays, type DerivedDate } from '../calendar/working-days.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { SettingReader } from '../setting/application-rules.ts';
import { type ComplaintStatus, isComplaintOver } from './complaint.ts';

/** Lengths in working days; the law gives none, so each is a setting (oversight.md §3 [U]). */
export interface ComplaintPeriods {
  readonly acknowledgeDays: number;
  readonly resultDays: number;
  readonly extensionDays: number;
}

export const complaintPeriodsFrom = (settings: SettingReader): ComplaintPeriods => ({
  acknowledgeDays: settings('complaint.acknowledgeDays'),
  resultDays: settings('complaint.resultDays'),
  extensionDays: settings('complaint.extensionDays'),
});

/** A complaint as its clocks see it. */
export interface ComplaintOnClock {
  /** The day in China on which it came; the day itself is not counted. */
  readonly receivedOn: CivilDate;
  readonly isExtended: boolean;
  readonly status: ComplaintStatus;
}

/** When the complainant is to be told that it is taken up, or where it belongs. */
const acknowledgeDueOn = (
  calendar: WorkingCalendar,
  { receivedOn }: Pick<ComplaintOnClock, 'receivedOn'>,
  { acknowledgeDays }: ComplaintPeriods,
): DerivedDate => addWorkingDays(calendar, receivedOn, acknowledgeDays);

/** When the result is to be told; once longer by the extension. */
const resultDueOn = (
  calendar: WorkingCalendar,
  { receivedOn, isExtended }: Pick<ComplaintOnClock, 'receivedOn' | 'isExtended'>,
  { resultDays, extensionDays }: ComplaintPeriods,
): DerivedDate => addWorkingDays(calendar, receivedOn, resultDays + (isExtended ? extensionDays : 0));

/** By what the clocks of one organ's complaints run. */
export interface ComplaintClocks {
  readonly calendar: WorkingCalendar;
  readonly periods: ComplaintPeriods;
}

/** The next thing that is owed to the complainant and its last day; `null` once the result was told. */
export function nextDue(
  { calendar, periods }: ComplaintClocks,
  complaint: ComplaintOnClock,
): { readonly step: 'acknowledge' | 'result'; readonly due: DerivedDate } | null {
  const { status } = complaint;
  if (status === 'received')
    return { step: 'acknowledge', due: acknowledgeDueOn(calendar, complaint, periods) };
  if (status === 'told' || isComplaintOver(status)) return null;
  return { step: 'result', due: resultDueOn(calendar, complaint, periods) };
}
