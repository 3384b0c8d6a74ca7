import type { CalendarYear } from '@zhaoshi/domain/calendar/calendar-year';
import { effectiveYears } from '@zhaoshi/domain/calendar/effective-years';
import { OFFICIAL_YEARS } from '@zhaoshi/domain/calendar/official-years';
import {
  type CalendarDay,
  createCalendar,
  type RegionalHoliday,
  type WorkingCalendar,
} from '@zhaoshi/domain/calendar/working-calendar';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Kysely } from 'kysely';
import { type LoadedCalendar, loadedCalendars } from '../../db/queries/calendars.ts';
import type { Schema } from '../../db/schema.ts';

type LoadedFile = LoadedCalendar & { readonly file: CalendarYear };

/** A year as it holds for an organ, and who loaded it; `null` for what comes with the program. */
export interface EffectiveYear {
  readonly file: CalendarYear;
  readonly loaded: LoadedFile | null;
}

export interface OrganCalendar {
  readonly years: ReadonlyMap<number, EffectiveYear>;
  readonly regionalHolidays: readonly (RegionalHoliday & {
    readonly regionId: string;
    readonly organId: string;
  })[];
  readonly calendar: WorkingCalendar;
}

/** The calendar of the organ at a path, out of what it and the organs above it loaded. */
export function calendarAt(loaded: readonly LoadedCalendar[], path: string): OrganCalendar {
  const holding = loaded.filter((copy) => path.startsWith(copy.path));
  const years = effectiveYears(
    OFFICIAL_YEARS,
    holding.filter((copy): copy is LoadedFile => copy.file !== null),
  );
  const regionalHolidays = holding.flatMap(({ regionId, organId, regionalHolidays: own }) =>
    own.map(({ date, name, source }) => ({ date, name, source, regionId, organId })),
  );
  return {
    years,
    regionalHolidays,
    calendar: createCalendar(
      [...years.values()].map(({ file }) => file),
      { regionalHolidays: regionalHolidays.map(({ date, name, source }) => ({ date, name, source })) },
    ),
  };
}

/** The same calendar, which works out each day once: thousands of periods run over the same weeks. */
function remembering(calendar: WorkingCalendar): WorkingCalendar {
  const known = new Map<CivilDate, CalendarDay>();
  return {
    version: calendar.version,
    firstDay: calendar.firstDay,
    day: (date) => {
      const day = known.get(date) ?? calendar.day(date);
      known.set(date, day);
      return day;
    },
  };
}

/** Calendars by path out of the same rows, each made once. */
export function calendarsAt(loaded: readonly LoadedCalendar[]): (path: string) => WorkingCalendar {
  const made = new Map<string, WorkingCalendar>();
  return (path) => {
    const calendar = made.get(path) ?? remembering(calendarAt(loaded, path).calendar);
    made.set(path, calendar);
    return calendar;
  };
}

/** The calendar that holds now for the organ at a path; read at each use, so a loaded year holds at once everywhere. */
export const findCalendar = async (database: Kysely<Schema>, path: string): Promise<OrganCalendar> =>
  calendarAt(await loadedCalendars(database, path, { below: false }), path);
