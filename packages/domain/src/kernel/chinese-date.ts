/** A civil date "2026-03-02", also of a row or a view model, as documents write it: 2026年3月2日. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
