/** Somebody's words without the stop at their end, for a sentence that goes on. */
export const unstopped = (words: string): string => words.trim().replace(/[。．；;，,、！!]+$/u, '');

/** Days from one to another, both of them; of one day its name alone. */
export const chineseSpan = (from: string, to: string): string =>
  from === to ? chineseDate(from) : `${chineseDate(from)}至${chineseDate(to)}`;

/** A civil date "2026-03-02", also of a row or a view model, as documents write it: 2026年3月2日. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
