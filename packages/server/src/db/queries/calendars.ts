import { type CalendarYear, parseCalendarYear } from '@zhaoshi/domain/calendar/calendar-year';
import type { RegionalHoliday } from '@zhaoshi/domain/calendar/working-calendar';
import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { atOrAbove } from '../paths-upwards.ts';
import type { Schema } from '../schema.ts';

/** What an organ loaded for a year, its newest state. */
export interface LoadedCalendar {
  readonly regionId: string;
  readonly organId: string;
  readonly organName: string;
  readonly path: string;
  readonly year: number;
  readonly version: number;
  readonly file: CalendarYear | null;
  readonly regionalHolidays: readonly RegionalHoliday[];
  readonly loadedAt: string;
}

const civilDate = z.string().transform((text) => {
  const date = parseCivilDate(text);
  if (date === undefined) throw new Error('a stored holiday has no date');
  return date;
});

const holidays = z.array(z.object({ date: civilDate, name: z.string(), source: z.string() }));

function fileOf(stored: unknown): CalendarYear | null {
  if (stored === null) return null;
  const parsed = parseCalendarYear(stored);
  if (!parsed.ok) throw new Error(`a stored calendar does not parse: ${parsed.error.join('')}`);
  return parsed.value;
}

/** A year's file and holidays as they are stored. */
export const readLoad = (file: unknown, regionalHolidays: unknown) => ({
  file: fileOf(file),
  regionalHolidays: holidays.parse(regionalHolidays),
});

/**
 * The newest states of what was loaded by the organ at a path and the organs above it, and, with `below`, by those
 * under it.
 */
export async function loadedCalendars(
  database: Kysely<Schema>,
  path: string,
  { below }: { readonly below: boolean },
): Promise<readonly LoadedCalendar[]> {
  const rows = await database
    .selectFrom('working_calendar as calendar')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'calendar.region_id')
        .onRef('organ.organ_id', '=', 'calendar.organ_id'),
    )
    .distinctOn(['calendar.region_id', 'calendar.organ_id', 'calendar.calendar_year'])
    .select([
      'organ.region_id',
      'organ.organ_id',
      'organ.name',
      'organ.path',
      'calendar.calendar_year',
      'calendar.version',
      'calendar.file',
      'calendar.regional_holidays',
      'calendar.loaded_at',
    ])
    .where(below ? sql<boolean>`(${atOrAbove(path)} or organ.path like ${`${path}%`})` : atOrAbove(path))
    .orderBy('calendar.region_id')
    .orderBy('calendar.organ_id')
    .orderBy('calendar.calendar_year')
    .orderBy('calendar.version', 'desc')
    .execute();
  return rows.map((row) => ({
    regionId: row.region_id,
    organId: row.organ_id,
    organName: row.name,
    path: row.path,
    year: row.calendar_year,
    version: row.version,
    ...readLoad(row.file, row.regional_holidays),
    loadedAt: row.loaded_at.toISOString(),
  }));
}
