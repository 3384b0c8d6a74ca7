import {
  addDays,
  type CivilDate,
  daysBetween,
  parseCivilDate,
  weekday,
  yearOf,
} from '../kernel/civil-date.ts';
import { err, ok, type Result } from '../kernel/result.ts';

/** Consecutive days of rest with their holiday; days that fall on weekends rest anyway. */
export interface RestPeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly name: string;
}

/** One notice of 国务院办公厅 on the holidays of a year; an amending notice is a second one. */
export interface HolidayNotice {
  readonly number: string;
  readonly publishedOn: CivilDate;
  readonly source: string;
  readonly rest: readonly RestPeriod[];
  /** 调休上班日: weekend days made working days. */
  readonly work: readonly CivilDate[];
}

/** Holiday of 放假办法 whose lunar date is known before the year's notice is [U]. */
export interface ExpectedHoliday {
  readonly date: CivilDate;
  readonly name: string;
}

/** What a data file `data/<year>.json` holds. Without a notice the year is provisional. */
export interface CalendarYear {
  readonly year: number;
  readonly notices: readonly HolidayNotice[];
  readonly expected: readonly ExpectedHoliday[];
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A collector of complaints, so that whoever loads a file sees all of them at once. */
interface Complaints {
  readonly list: string[];
}

function dateField(value: unknown, where: string, complaints: Complaints): CivilDate | undefined {
  const date = typeof value === 'string' ? parseCivilDate(value) : undefined;
  if (date === undefined) complaints.list.push(`${where}应为“年-月-日”形式的日期。`);
  return date;
}

function textField(value: unknown, where: string, complaints: Complaints): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  complaints.list.push(`${where}不能为空。`);
  return '';
}

function listField(value: unknown, where: string, complaints: Complaints): readonly unknown[] {
  if (Array.isArray(value)) return value;
  complaints.list.push(`${where}应为列表。`);
  return [];
}

/** The notice for a year also changes days of the December before it (calendar.md §1). */
function belongsTo(year: number, date: CivilDate): boolean {
  return yearOf(date) === year || (yearOf(date) === year - 1 && date.slice(5, 7) === '12');
}

const LONGEST_REST_DAYS = 16;

function parseRest(value: unknown, year: number, where: string, complaints: Complaints): RestPeriod[] {
  const fields = isFields(value) ? value : {};
  const name = textField(fields['name'], `${where}名称`, complaints);
  const from = dateField(fields['from'], `${where}开始日期`, complaints);
  const to = dateField(fields['to'], `${where}结束日期`, complaints);
  if (from === undefined || to === undefined) return [];
  if (to < from || daysBetween(from, to) >= LONGEST_REST_DAYS) {
    complaints.list.push(`${where}“${from}至${to}”先后颠倒或超过${LONGEST_REST_DAYS}天。`);
    return [];
  }
  if (!belongsTo(year, from) || !belongsTo(year, to)) {
    complaints.list.push(`${where}“${from}至${to}”不在${year}年（含上年12月）。`);
    return [];
  }
  return [{ from, to, name }];
}

function parseWork(value: unknown, year: number, where: string, complaints: Complaints): CivilDate[] {
  const date = dateField(value, where, complaints);
  if (date === undefined) return [];
  if (!belongsTo(year, date) || weekday(date) < 6) {
    complaints.list.push(`${where}“${date}”应为${year}年（含上年12月）的周六或周日。`);
    return [];
  }
  return [date];
}

function parseNotice(value: unknown, year: number, where: string, complaints: Complaints): HolidayNotice[] {
  const fields = isFields(value) ? value : {};
  const publishedOn = dateField(fields['publishedOn'], `${where}发布日期`, complaints);
  const rest = listField(fields['rest'], `${where}放假`, complaints).flatMap((item, index) =>
    parseRest(item, year, `${where}放假第${index + 1}项`, complaints),
  );
  const work = listField(fields['work'], `${where}上班`, complaints).flatMap((item, index) =>
    parseWork(item, year, `${where}上班第${index + 1}项`, complaints),
  );
  for (const day of work) {
    if (rest.some(({ from, to }) => from <= day && day <= to)) {
      complaints.list.push(`${where}“${day}”既放假又上班。`);
    }
  }
  const number = textField(fields['number'], `${where}文号`, complaints);
  const source = textField(fields['source'], `${where}来源`, complaints);
  return publishedOn === undefined ? [] : [{ number, publishedOn, source, rest, work }];
}

/**
 * Checks a calendar data file, so that a new year is loaded by an administrator and not written by a programmer.
 * Returns every complaint at once, in Chinese.
 */
export function parseCalendarYear(value: unknown): Result<CalendarYear, readonly string[]> {
  const complaints: Complaints = { list: [] };
  const fields = isFields(value) ? value : {};
  const year = fields['year'];
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2008 || year > 2100) {
    return err(['年份应为2008至2100之间的整数。']);
  }
  const notices = listField(fields['notices'], '通知', complaints).flatMap((item, index) =>
    parseNotice(item, year, `第${index + 1}份通知的`, complaints),
  );
  const expected = listField(fields['expected'] ?? [], '预计节日', complaints).flatMap((item, index) => {
    const entry = isFields(item) ? item : {};
    const date = dateField(entry['date'], `预计节日第${index + 1}项`, complaints);
    const name = textField(entry['name'], `预计节日第${index + 1}项名称`, complaints);
    return date === undefined ? [] : [{ date, name }];
  });
  return complaints.list.length > 0 ? err(complaints.list) : ok({ year, notices, expected });
}

/** Every day of a period, first and last included. */
export function daysOf(period: RestPeriod): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) days.push(day);
  return days;
}
