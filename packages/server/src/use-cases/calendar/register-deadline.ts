import { type DerivedDate, dueDate, type ExcludedInterval } from '@zhaoshi/domain/calendar/working-days';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Transaction } from 'kysely';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { holdCalendars } from './calendar-lock.ts';
import { findCalendar } from './calendars.ts';

export interface NewDeadline extends OrganIds {
  readonly deadlineId: string;
  readonly path: string;
  /** `<thing>/<id>` */
  readonly subject: string;
  /** What is due, as the thing itself names it. */
  readonly kind: string;
  readonly startsOn: CivilDate;
  readonly workingDays: number;
  readonly excluded: readonly ExcludedInterval[];
}

/**
 * Enters a running period of working days in the register, in the transaction of the change that starts it. When a
 * calendar is loaded later, its last day is worked out again with all others.
 *
 * @returns the last day and how it came about
 */
export async function registerDeadline(
  transaction: Transaction<Schema>,
  { regionId, organId, deadlineId, path, subject, kind, startsOn, workingDays, excluded }: NewDeadline,
): Promise<DerivedDate> {
  await holdCalendars(transaction);
  const { calendar } = await findCalendar(transaction, path);
  const due = dueDate(calendar, startsOn, workingDays, excluded);
  await transaction
    .insertInto('deadline')
    .values({
      region_id: regionId,
      deadline_id: deadlineId,
      organ_id: organId,
      subject,
      kind,
      starts_on: startsOn,
      working_days: workingDays,
      excluded: JSON.stringify(excluded),
      due_on: due.date,
      is_provisional: due.provisional,
      calendar_version: due.calendarVersion,
      closed_at: null,
    })
    .execute();
  return due;
}
