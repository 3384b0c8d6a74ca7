import { CHINA_AHEAD_MS } from '@zhaoshi/domain/kernel/civil-date';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@zhaoshi/domain/kernel/durations';

/** The five fields of a crontab line: numbers, lists, ranges, steps. Weekday 0 and 7 are Sunday. */
interface CronFields {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** Day and weekday both given: either is enough, as crontab(5) has it. */
  readonly eitherDay: boolean;
}

const RANGES: readonly (readonly [least: number, most: number])[] = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
];

const ITEM = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/;

function parseField(field: string, [least, most]: readonly [number, number]): ReadonlySet<number> {
  const values = new Set<number>();
  for (const item of field.split(',')) {
    const match = ITEM.exec(item);
    if (match === null) throw new RangeError(`not a cron field: ${field}`);
    const [, first, last, every] = match;
    const from = first === undefined ? least : Number(first);
    const to = last === undefined ? (first === undefined || every !== undefined ? most : from) : Number(last);
    const step = every === undefined ? 1 : Number(every);
    if (from < least || to > most || from > to || step < 1)
      throw new RangeError(`not a cron field: ${field}`);
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return values;
}

function parseCron(cron: string): CronFields {
  const fields = cron.trim().split(/\s+/);
  const [minutes, hours, days, months, weekdays] = RANGES.map((range, index) =>
    parseField(fields[index] ?? '', range),
  );
  if (fields.length !== 5 || !minutes || !hours || !days || !months || !weekdays) {
    throw new RangeError(`not a cron line: ${cron}`);
  }
  return {
    minutes,
    hours,
    days,
    months,
    weekdays: new Set([...weekdays].map((day) => day % 7)),
    eitherDay: fields[2] !== '*' && fields[4] !== '*',
  };
}

/** Eight years hold a 29 February also around a century. */
const HORIZON = 8 * 366 * DAY_MS;

/**
 * The first moment after another at which a crontab line is due, in China's time.
 *
 * @throws RangeError when the line cannot be read or is never due
 */
export function nextSlot(cron: string, after: Date): Date {
  const fields = parseCron(cron);
  // A clock whose UTC fields read as China's.
  let local = Math.floor((after.getTime() + CHINA_AHEAD_MS) / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
  const end = local + HORIZON;
  while (local < end) {
    const at = new Date(local);
    const isDay = fields.days.has(at.getUTCDate());
    const isWeekday = fields.weekdays.has(at.getUTCDay());
    const fits = fields.eitherDay ? isDay || isWeekday : isDay && isWeekday;
    if (!fits || !fields.months.has(at.getUTCMonth() + 1)) {
      local = Math.floor(local / DAY_MS) * DAY_MS + DAY_MS;
    } else if (!fields.hours.has(at.getUTCHours())) {
      local = Math.floor(local / HOUR_MS) * HOUR_MS + HOUR_MS;
    } else if (fields.minutes.has(at.getUTCMinutes())) {
      return new Date(local - CHINA_AHEAD_MS);
    } else {
      local += MINUTE_MS;
    }
  }
  throw new RangeError(`never due: ${cron}`);
}
