import type { CivilDate } from './civil-date.ts';

/** "2026-03-02" as documents write it: 2026年3月2日. */
export function chineseDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
