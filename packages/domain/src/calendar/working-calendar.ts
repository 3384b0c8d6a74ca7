import { type CivilDate, civilDate, firstDayOf, weekday, yearOf } from '../kernel/civil-date.ts';
import { stableHash } from '../kernel/stable-hash.ts';
import { type CalendarYear, daysOf } from './calendar-year.ts';

export type DayReason =
  | 'weekday'
  | 'weekend'
  | 'publicHoliday'
  | 'makeUpWorkday'
  | 'regionalHoliday'
  /** Rests by 放假办法 although the year's notice is not out. */
  | 'expectedHoliday';

/** One day, whether it is worked, and why. */
export interface CalendarDay {
  readonly date: CivilDate;
  readonly working: boolean;
  readonly reason: DayReason;
  /** Holiday's name, where there is one. */
  readonly name?: string;
  /** Number of the notice or local decision that decides the day. */
  readonly source?: string;
  /** The notice that could change this day is not loaded. */
  readonly provisional: boolean;
}

/** A day of rest set by a local government for its own area (放假办法4). */
export interface RegionalHoliday {
  readonly date: CivilDate;
  readonly name: string;
  readonly source: string;
}

export interface WorkingCalendar {
  /** Same data, same version: stored with every computed date. */
  readonly version: string;
  /** First day the data speak of; earlier days are refused. */
  readonly firstDay: CivilDate;
  readonly day: (date: CivilDate) => CalendarDay;
}

export interface CalendarOptions {
  /** Only notices published by this day: decisions are judged by the calendar in force on their day (§4). */
  readonly knownOn?: CivilDate;
  readonly regionalHolidays?: readonly RegionalHoliday[];
}

/** A date before the first loaded year was asked for: a programming or import fault, never weekday-only. */
export class BeforeCalendarError extends Error {
  constructor(date: CivilDate, firstDay: CivilDate) {
    super(`工作日历从${firstDay}开始，无法计算${date}。`);
  }
}

/** Dates fixed by 放假办法2 (2024) whatever the notice says; two days at 劳动节 since 2025. */
const FIXED_HOLIDAYS: readonly { readonly month: number; readonly day: number; readonly name: string }[] = [
  { month: 1, day: 1, name: '元旦' },
  { month: 5, day: 1, name: '劳动节' },
  { month: 5, day: 2, name: '劳动节' },
  { month: 10, day: 1, name: '国庆节' },
  { month: 10, day: 2, name: '国庆节' },
  { month: 10, day: 3, name: '国庆节' },
];

/**
 * From this day of December on a date may still be changed by the notice for the next year. Notices so far
 * reached back to 29 December at the earliest; a week is kept [U].
 */
const YEAR_END_FROM = '12-25';

type Entry = Pick<CalendarDay, 'working' | 'reason' | 'name' | 'source'>;

function noticeEntries(
  years: readonly CalendarYear[],
  knownOn: CivilDate | undefined,
): Map<CivilDate, Entry> {
  const entries = new Map<CivilDate, Entry>();
  const notices = years
    .flatMap(({ notices }) => notices)
    .filter(({ publishedOn }) => knownOn === undefined || publishedOn <= knownOn)
    .toSorted((a, b) => (a.publishedOn < b.publishedOn ? -1 : 1));
  // The newest notice that names a day decides it, so later ones overwrite.
  for (const { number, rest, work } of notices) {
    for (const period of rest) {
      for (const day of daysOf(period)) {
        entries.set(day, { working: false, reason: 'publicHoliday', name: period.name, source: number });
      }
    }
    for (const day of work) entries.set(day, { working: true, reason: 'makeUpWorkday', source: number });
  }
  return entries;
}

function expectedEntries(year: CalendarYear): [CivilDate, Entry][] {
  const fixed = FIXED_HOLIDAYS.flatMap(({ month, day, name }) => {
    const date = civilDate(year.year, month, day);
    return date === undefined ? [] : [{ date, name }];
  });
  return [...fixed, ...year.expected].map(({ date, name }) => [
    date,
    { working: false, reason: 'expectedHoliday', name, source: '全国年节及纪念日放假办法' },
  ]);
}

/**
 * The calendar made of year files. Precedence: newest notice naming the day > regional decision > 放假办法
 * (years without notice) > weekend (calendar.md §1; the order of the overlay is [U]).
 * @throws {RangeError} when no year is given.
 */
export function createCalendar(
  years: readonly CalendarYear[],
  options: CalendarOptions = {},
): WorkingCalendar {
  const { knownOn, regionalHolidays = [] } = options;
  const published = new Set(
    years
      .filter(({ notices }) => notices.some((n) => knownOn === undefined || n.publishedOn <= knownOn))
      .map(({ year }) => year),
  );
  const firstDay = civilDate(Math.min(...years.map(({ year }) => year)) - 1, 12, 1);
  if (firstDay === undefined) throw new RangeError('a calendar needs at least one year');

  const byNotice = noticeEntries(years, knownOn);
  const byRegion = new Map<CivilDate, Entry>(
    regionalHolidays.map(({ date, name, source }) => [
      date,
      { working: false, reason: 'regionalHoliday', name, source },
    ]),
  );
  // Years nobody has loaded rest on the fixed dates too: a far deadline must not be weekday-only.
  const unpublished = new Map<number, ReadonlyMap<CivilDate, Entry>>();
  const expectedIn = (year: number): ReadonlyMap<CivilDate, Entry> => {
    const known = unpublished.get(year);
    if (known !== undefined) return known;
    const file = years.find((candidate) => candidate.year === year);
    const made = new Map(expectedEntries(file ?? { year, notices: [], expected: [] }));
    unpublished.set(year, made);
    return made;
  };

  // The year before the first loaded one is covered only from December on, by the first year's notice.
  const isFinal = (date: CivilDate): boolean => {
    const year = yearOf(date);
    const ownKnown = published.has(year) || date < firstDayOf(yearOf(firstDay) + 1);
    return ownKnown && (date.slice(5) < YEAR_END_FROM || published.has(year + 1));
  };

  const weekly = (date: CivilDate): Entry =>
    weekday(date) <= 5 ? { working: true, reason: 'weekday' } : { working: false, reason: 'weekend' };

  return {
    version: stableHash(JSON.stringify([years, knownOn, regionalHolidays])),
    firstDay,
    day: (date) => {
      if (date < firstDay) throw new BeforeCalendarError(date, firstDay);
      const entry =
        byNotice.get(date) ??
        byRegion.get(date) ??
        (published.has(yearOf(date)) ? undefined : expectedIn(yearOf(date)).get(date)) ??
        weekly(date);
      return { date, ...entry, provisional: !isFinal(date) };
    },
  };
}
