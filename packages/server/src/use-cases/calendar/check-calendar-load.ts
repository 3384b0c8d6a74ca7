import type { FieldError } from '@zhaoshi/contract/problems';
import { type CalendarYear, parseCalendarYear } from '@zhaoshi/domain/calendar/calendar-year';
import { parseCivilDate, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { CalendarLoad } from './calendar-change.ts';

/** What a caller sends to be loaded. */
export interface SentCalendar {
  readonly year: number;
  readonly file: unknown;
  readonly regionalHolidays: readonly {
    readonly date: string;
    readonly name: string;
    readonly source: string;
  }[];
}

function checkFile(year: number, file: unknown): Result<CalendarYear | null, readonly FieldError[]> {
  if (file === null || file === undefined) return ok(null);
  const parsed = parseCalendarYear(file);
  if (!parsed.ok) return err(parsed.error.map((message) => ({ pointer: '/file', message })));
  if (parsed.value.year !== year) {
    return err([{ pointer: '/file/year', message: `文件是${parsed.value.year}年的，不是${year}年的` }]);
  }
  return ok(parsed.value);
}

/** Checks what is to be loaded in full; all complaints at once. */
export function checkCalendarLoad({
  year,
  file: sent,
  regionalHolidays,
}: SentCalendar): Result<CalendarLoad, readonly FieldError[]> {
  const file = checkFile(year, sent);
  const seen = new Set<string>();
  const faults: FieldError[] = file.ok ? [] : [...file.error];
  const holidays = regionalHolidays.flatMap(({ date: text, name, source }, index) => {
    const date = parseCivilDate(text);
    if (date === undefined || yearOf(date) !== year) {
      faults.push({ pointer: `/regionalHolidays/${index}/date`, message: `应为${year}年的日期` });
      return [];
    }
    if (seen.has(date)) {
      faults.push({ pointer: `/regionalHolidays/${index}/date`, message: '同一天列了两次' });
    }
    seen.add(date);
    return [{ date, name, source }];
  });
  return file.ok && faults.length === 0
    ? ok({ year, file: file.value, regionalHolidays: holidays })
    : err(faults);
}
