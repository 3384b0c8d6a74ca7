import { addDays, addMonths, type CivilDate, civilDate, monthOf, yearOf } from '../kernel/civil-date.ts';
import type { VillageFrequency } from './village-items.ts';

/** What a post is about: a month, a quarter, or the one day of an important matter. Both days belong to it. */
export interface VillagePeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const MONTHS_IN_QUARTER = 3;
const QUARTERS = ['一', '二', '三', '四'] as const;

const firstOfMonth = (year: number, month: number): CivilDate => {
  const found = civilDate(year, month, 1);
  if (found === undefined) throw new RangeError(`${year}-${month}`);
  return found;
};

const spanFrom = (from: CivilDate, months: number): VillagePeriod => ({
  from,
  to: addDays(addMonths(from, months), -1),
});

/** The month or quarter in which a day lies; of what is published at once the day itself. */
export function periodOf(frequency: VillageFrequency, date: CivilDate): VillagePeriod {
  if (frequency === 'atOnce') return { from: date, to: date };
  const month = monthOf(date);
  if (frequency === 'month') return spanFrom(firstOfMonth(yearOf(date), month), 1);
  const first = month - ((month - 1) % MONTHS_IN_QUARTER);
  return spanFrom(firstOfMonth(yearOf(date), first), MONTHS_IN_QUARTER);
}

/** The month or quarter before. */
export const periodBefore = (frequency: 'month' | 'quarter', { from }: VillagePeriod): VillagePeriod =>
  periodOf(frequency, addDays(from, -1));

/** A month or quarter and those before it, the newest first. */
export const periodsUpTo = (
  frequency: 'month' | 'quarter',
  newest: VillagePeriod,
  count: number,
): readonly VillagePeriod[] => {
  const periods = [newest];
  while (periods.length < count) periods.push(periodBefore(frequency, periods.at(-1) ?? newest));
  return periods;
};

/** Whether the days are a whole month, a whole quarter or one day, as the frequency asks for. */
export function isPeriodOf(frequency: VillageFrequency, { from, to }: VillagePeriod): boolean {
  const whole = periodOf(frequency, from);
  return whole.from === from && whole.to === to;
}

/** "2026年11月", "2026年第四季度", "2026年11月22日". */
export function periodWords({ from, to }: VillagePeriod): string {
  const [year, month] = [yearOf(from), monthOf(from)];
  if (from === to) return `${year}年${month}月${Number(from.slice(8))}日`;
  if (monthOf(to) === month) return `${year}年${month}月`;
  return `${year}年第${QUARTERS[(month - 1) / MONTHS_IN_QUARTER] ?? ''}季度`;
}
