import { sql, type Transaction } from 'kysely';
import { loadedCalendars } from '../../db/queries/calendars.ts';
import type { OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { type CalendarChange, type CalendarLoad, changeOf } from './calendar-change.ts';

/** Version of what the organ loaded for the year; 1 for nothing. */
export async function versionOf(
  transaction: Transaction<Schema>,
  organ: OrganRow,
  year: number,
): Promise<number> {
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

/**
 * Loads a year for an organ and all below it, and works out their open deadlines again (calendar.md §4); under
 * `lockCalendars`, once the version was compared.
 */
export async function applyCalendar(
  transaction: Transaction<Schema>,
  organ: OrganRow,
  load: CalendarLoad,
  { version, at }: { readonly version: number; readonly at: Date },
): Promise<CalendarChange> {
  const changed = await changeOf(transaction, organ, load, at);
  await transaction
    .insertInto('working_calendar')
    .values({
      region_id: organ.region_id,
      organ_id: organ.organ_id,
      calendar_year: load.year,
      version: version + 1,
      file: load.file === null ? null : JSON.stringify(load.file),
      regional_holidays: JSON.stringify(load.regionalHolidays),
      loaded_at: at,
    })
    .execute();
  await moveDeadlines(transaction, changed.deadlines);
  // Cases follow after the commit, in small steps: nobody who works on one waits, and all of them may be thousands.
  await enqueue(transaction, { kind: 'application.reminders', payload: {} });
  return changed;
}

/** What the trail keeps of a year that was proposed or loaded. */
export function traceOfLoad({ file, regionalHolidays }: CalendarLoad, { days, deadlines }: CalendarChange) {
  return {
    after: {
      notices: file === null ? [] : file.notices.map(({ number }) => number),
      regionalHolidays: regionalHolidays.map(({ date, name }) => `${date} ${name}`),
    },
    days: days.map(({ after }) => `${after.date} ${after.working ? '上班' : '休息'}`),
    movedDeadlines: deadlines.filter(({ deadline, after }) => deadline.dueOn !== after.date).length,
  };
}
