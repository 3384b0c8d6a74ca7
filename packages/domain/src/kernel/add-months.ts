import { type CivilDate, civilDate } from './civil-date.ts';

/** The same day so many months later; where the month has no such day, its last one (民法典第二百零二条). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  for (let day = Number(date.slice(8)); day > 27; day -= 1) {
    const found = civilDate(year, month, day);
    if (found !== undefined) return found;
  }
  const found = civilDate(year, month, Number(date.slice(8)));
  if (found === undefined) throw new RangeError(`no month ${months} after ${date}`);
  return found;
}
