import type { CalendarYear } from '@zhaoshi/domain/calendar/calendar-year';
import type {
  CalendarDay,
  RegionalHoliday,
  WorkingCalendar,
} from '@zhaoshi/domain/calendar/working-calendar';
import { type DerivedDate, dueDate } from '@zhaoshi/domain/calendar/working-days';
import { addDays, type CivilDate, civilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Kysely } from 'kysely';
import { type LoadedCalendar, loadedCalendars } from '../../db/queries/calendars.ts';
import { type OpenDeadline, openDeadlines } from '../../db/queries/deadlines.ts';
import type { OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { calendarAt, calendarsAt } from './calendars.ts';

/** What an organ wants to load for a year. */
export interface CalendarLoad {
  readonly year: number;
  readonly file: CalendarYear | null;
  readonly regionalHolidays: readonly RegionalHoliday[];
}

/** What loading changes: days of the organ's calendar, and the last days of open deadlines below it. */
export interface CalendarChange {
  readonly days: readonly { readonly before: CalendarDay; readonly after: CalendarDay }[];
  readonly deadlines: readonly { readonly deadline: OpenDeadline; readonly after: DerivedDate }[];
}

/** Every day that a year's file may decide: the year, and the December before it (calendar.md §1). */
export function daysOfFile(year: number, firstDay: CivilDate): readonly CivilDate[] {
  const first = civilDate(year - 1, 12, 1);
  const last = civilDate(year, 12, 31);
  if (first === undefined || last === undefined) return [];
  const days: CivilDate[] = [];
  for (let day = first < firstDay ? firstDay : first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

const differs = (a: CalendarDay, b: CalendarDay): boolean =>
  a.working !== b.working || a.reason !== b.reason || a.name !== b.name;

function changedDays(year: number, before: WorkingCalendar, after: WorkingCalendar): CalendarChange['days'] {
  const firstDay = before.firstDay > after.firstDay ? before.firstDay : after.firstDay;
  return daysOfFile(year, firstDay)
    .map((date) => ({ before: before.day(date), after: after.day(date) }))
    .filter((day) => differs(day.before, day.after));
}

/** What would change if the organ loaded this; writes nothing. */
export async function changeOf(
  database: Kysely<Schema>,
  organ: OrganRow,
  { year, file, regionalHolidays }: CalendarLoad,
  loadedAt: Date,
): Promise<CalendarChange> {
  const loaded = await loadedCalendars(database, organ.path, { below: true });
  const wanted: LoadedCalendar = {
    regionId: organ.region_id,
    organId: organ.organ_id,
    organName: organ.name,
    path: organ.path,
    year,
    version: 0,
    file,
    regionalHolidays,
    loadedAt: loadedAt.toISOString(),
  };
  const others = loaded.filter((copy) => copy.path !== organ.path || copy.year !== year);
  const after = calendarsAt([...others, wanted]);
  const deadlines = await openDeadlines(database, organ.path);
  return {
    days: changedDays(year, calendarAt(loaded, organ.path).calendar, after(organ.path)),
    deadlines: deadlines.map((deadline) => ({
      deadline,
      after: dueDate(after(deadline.path), deadline.startsOn, deadline.workingDays, deadline.excluded),
    })),
  };
}
