import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { sql, type Transaction } from 'kysely';
import { loadedCalendars } from '../../db/queries/calendars.ts';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import type { ChangeContext } from '../context.ts';
import { type CalendarChange, type CalendarLoad, changeOf } from './calendar-change.ts';
import { lockCalendars } from './calendar-lock.ts';
import { checkCalendarLoad, type SentCalendar } from './check-calendar-load.ts';

/** Version of what the organ loaded for the year; 1 for nothing. */
async function versionOf(transaction: Transaction<Schema>, organ: OrganRow, year: number): Promise<number> {
  const loaded = await loadedCalendars(transaction, organ.path, { below: false });
  return loaded.find((copy) => copy.path === organ.path && copy.year === year)?.version ?? 1;
}

/** Gives all open deadlines below the organ the days that hold now. */
async function moveDeadlines(
  transaction: Transaction<Schema>,
  deadlines: CalendarChange['deadlines'],
): Promise<void> {
  if (deadlines.length === 0) return;
  const rows = deadlines.map(({ deadline, after }) => ({
    region_id: deadline.regionId,
    deadline_id: deadline.deadlineId,
    due_on: after.date,
    is_provisional: after.provisional,
    calendar_version: after.calendarVersion,
  }));
  await sql`update deadline set due_on = moved.due_on, is_provisional = moved.is_provisional,
      calendar_version = moved.calendar_version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as moved
      (region_id uuid, deadline_id uuid, due_on date, is_provisional boolean, calendar_version text)
    where deadline.region_id = moved.region_id and deadline.deadline_id = moved.deadline_id`.execute(
    transaction,
  );
}

const traceOf = ({ file, regionalHolidays }: CalendarLoad) => ({
  notices: file === null ? [] : file.notices.map(({ number }) => number),
  regionalHolidays: regionalHolidays.map(({ date, name }) => `${date} ${name}`),
});

/** Loads a year for an organ and all below it, and works out their open deadlines again (calendar.md §4). */
export async function loadCalendar(
  { change, reaches, now, expectedVersion }: ChangeContext,
  { regionId, organId, ...sent }: OrganIds & SentCalendar,
): Promise<Result<CalendarChange, Rejection>> {
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const load = checkCalendarLoad(sent);
    if (!load.ok) return err({ code: 'invalid', errors: load.error });
    await lockCalendars(transaction);
    if ((await versionOf(transaction, organ, sent.year)) !== expectedVersion) {
      return err({ code: 'stale' });
    }
    const loadedAt = now();
    const changed = await changeOf(transaction, organ, load.value, loadedAt);
    await transaction
      .insertInto('working_calendar')
      .values({
        region_id: regionId,
        organ_id: organId,
        calendar_year: sent.year,
        version: expectedVersion + 1,
        file: load.value.file === null ? null : JSON.stringify(load.value.file),
        regional_holidays: JSON.stringify(load.value.regionalHolidays),
        loaded_at: loadedAt,
      })
      .execute();
    await moveDeadlines(transaction, changed.deadlines);
    // Cases follow after the commit, in small steps: nobody who works on one waits, and all of them may be thousands.
    await enqueue(transaction, { kind: 'application.reminders', payload: {} });
    const moved = changed.deadlines.filter(({ deadline, after }) => deadline.dueOn !== after.date);
    return ok({
      value: changed,
      subject: `workingCalendar/${sent.year}`,
      organPath: organ.path,
      details: {
        after: traceOf(load.value),
        days: changed.days.map(({ after }) => `${after.date} ${after.working ? '上班' : '休息'}`),
        movedDeadlines: moved.length,
      },
    });
  });
}
