import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  firstDayOf,
  weekday,
  yearOf,
} from '../../kernel/civil-date.ts';
import type { Cycle, ItemPeriod } from './period-wording.ts';

/** A recurring period of an item that comes due on fixed days. */
export type RecurringPeriod = Extract<ItemPeriod, { kind: 'yearlyBy' | 'every' }>;

export const isRecurring = (period: ItemPeriod): period is RecurringPeriod =>
  period.kind === 'yearlyBy' || period.kind === 'every';

/** One stretch in which something is to be published, and its last day. */
export interface Stretch {
  /**
   * From when on a publication is one of this stretch: its first day; where it is due some days after its end, the day
   * after the end; of a day of every year, 1 January.
   */
  readonly from: CivilDate;
  /** Last day of what is reported on. */
  readonly to: CivilDate;
  readonly dueOn: CivilDate;
}

const MONTHS: Readonly<Record<Exclude<Cycle, 'day' | 'week'>, number>> = {
  month: 1,
  quarter: 3,
  halfYear: 6,
  year: 12,
};

/** The first day of the day, week, month, quarter, half year or year that a day lies in. */
function startOf(cycle: Cycle, on: CivilDate): CivilDate {
  if (cycle === 'day') return on;
  if (cycle === 'week') return addDays(on, 1 - weekday(on));
  const month = Number(on.slice(5, 7)) - 1;
  const first = Math.floor(month / MONTHS[cycle]) * MONTHS[cycle] + 1;
  return civilDate(yearOf(on), first, 1) ?? on;
}

function next(cycle: Cycle, start: CivilDate): CivilDate {
  if (cycle === 'day') return addDays(start, 1);
  return cycle === 'week' ? addDays(start, 7) : addMonths(start, MONTHS[cycle]);
}

function dueAfter(
  to: CivilDate,
  { withinDays, unit }: Extract<ItemPeriod, { kind: 'every' }>,
  calendar: WorkingCalendar,
): CivilDate {
  if (withinDays === null) return to;
  return unit === 'workingDay' && to >= calendar.firstDay
    ? addWorkingDays(calendar, to, withinDays).date
    : addDays(to, withinDays);
}

/** So many calendar quarters, months … of a period before a day are looked at; a stretch that is due later is still open. */
function everyStretch(
  period: Extract<ItemPeriod, { kind: 'every' }>,
  on: CivilDate,
  calendar: WorkingCalendar,
  stretchesBefore: number,
): readonly Stretch[] {
  let from = startOf(period.cycle, on);
  for (let back = 0; back < stretchesBefore; back += 1) from = startOf(period.cycle, addDays(from, -1));
  return Array.from({ length: stretchesBefore + 1 }, () => {
    const after = next(period.cycle, from);
    const to = addDays(after, -1);
    const stretch = {
      from: period.withinDays === null ? from : after,
      to,
      dueOn: dueAfter(to, period, calendar),
    };
    from = after;
    return stretch;
  });
}

function yearlyDue({ month, day }: Extract<ItemPeriod, { kind: 'yearlyBy' }>, year: number): CivilDate {
  const due = civilDate(year, month, day);
  if (due === undefined) throw new RangeError(`no such day every year: ${month}-${day}`);
  return due;
}

/**
 * The stretches of a recurring period up to the one that a day lies in, earliest first: `stretchesBefore` that came
 * before it, and itself. The period's own unit counts the days after the end of a month or quarter.
 */
export function stretchesUpTo(
  period: RecurringPeriod,
  on: CivilDate,
  calendar: WorkingCalendar,
  stretchesBefore = 2,
): readonly Stretch[] {
  if (period.kind === 'every') return everyStretch(period, on, calendar, stretchesBefore);
  const current = yearOf(on) + (on > yearlyDue(period, yearOf(on)) ? 1 : 0);
  return Array.from({ length: stretchesBefore + 1 }, (_, index) => {
    const dueOn = yearlyDue(period, current - stretchesBefore + index);
    return { from: firstDayOf(yearOf(dueOn)), to: dueOn, dueOn };
  });
}
