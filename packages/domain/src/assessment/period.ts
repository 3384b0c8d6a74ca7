import { chineseDate, chineseSpan } from '../kernel/chinese-date.ts';
import { type CivilDate, daysBetween, firstDayOf, lastDayOf, yearOf } from '../kernel/civil-date.ts';

/** The days over which an assessment looks, both counted. */
export interface AssessedPeriod {
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
}

/**
 * The year that an assessment is of (条例46: 定期): the one in which most of its days lie, the later of two alike. An
 * assessment of December to November is one of the year in which it ends; the annual report due within it is that of the
 * year before (条例49).
 */
export function assessedYear({ startsOn, endsOn }: AssessedPeriod): number {
  const years = yearsOf({ from: startsOn, to: endsOn });
  const daysIn = (year: number): number => {
    const from = startsOn > firstDayOf(year) ? startsOn : firstDayOf(year);
    const to = endsOn < lastDayOf(year) ? endsOn : lastDayOf(year);
    return daysBetween(from, to);
  };
  return years.reduce((best, year) => (daysIn(year) >= daysIn(best) ? year : best), yearOf(startsOn));
}

/** The calendar years of which days lie between two days. */
export const yearsOf = ({
  from,
  to,
}: {
  readonly from: CivilDate;
  readonly to: CivilDate;
}): readonly number[] =>
  Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);

/** The last day that counts: today, once the period is over its last day. */
export const countedTo = ({ endsOn }: Pick<AssessedPeriod, 'endsOn'>, today: CivilDate): CivilDate =>
  today < endsOn ? today : endsOn;

/** Days in words: a whole calendar year by its number. */
export function spanWords(from: CivilDate, to: CivilDate): string {
  const year = yearOf(from);
  const isWhole = from === firstDayOf(year) && to === lastDayOf(year);
  return isWhole ? `${year}年` : chineseSpan(from, to);
}

/** The days whose work was really counted, in words; of one that was ended early also until when it was meant to last. */
export function countedWords({ startsOn, endsOn }: AssessedPeriod, lastCounted: CivilDate): string {
  const counted = spanWords(startsOn, lastCounted);
  return lastCounted < endsOn ? `${counted}（原定到${chineseDate(endsOn)}，提前结束）` : counted;
}
