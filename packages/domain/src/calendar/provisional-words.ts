import { chineseDate } from '../kernel/chinese-date.ts';
import { type CivilDate, yearOf } from '../kernel/civil-date.ts';

/** A computed date as it is told to somebody. */
export interface ToldDate {
  readonly date: CivilDate;
  readonly provisional: boolean;
}

/** From here on in December a date hangs on the notice for the next year (calendar.md §1). */
const YEAR_END_FROM = '12-25';

/** What stands beside every provisional date that leaves the office (calendar.md §4). */
export function provisionalWords(date: CivilDate): string {
  const awaited = yearOf(date) + (date.slice(5) < YEAR_END_FROM ? 0 : 1);
  return `暂定，待国务院办公厅公布${awaited}年节假日安排后重算`;
}

/** The date in words; one that may still change is never printed as final. */
export const toldDateText = ({ date, provisional }: ToldDate): string =>
  provisional ? `${chineseDate(date)}（${provisionalWords(date)}）` : chineseDate(date);
