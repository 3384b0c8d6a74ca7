import type { DayReason } from './working-calendar.ts';

/** Why a day is worked or rested, as people say it. */
export const DAY_WORDS = {
  weekday: '工作日',
  makeUpWorkday: '调休上班',
  weekend: '周末休息',
  publicHoliday: '放假',
  regionalHoliday: '地方放假',
  expectedHoliday: '放假（按放假办法）',
} as const satisfies Readonly<Record<DayReason, string>>;

/** What a day is, in words: 放假：元旦. */
export const dayWords = ({
  reason,
  name,
}: {
  readonly reason: DayReason;
  readonly name?: string | null | undefined;
}): string => (name == null ? DAY_WORDS[reason] : `${DAY_WORDS[reason]}：${name}`);

/** Whether a day of a derivation counts, as the n-th, or why not. */
export function countWords({
  count,
  excluded,
}: {
  readonly count: number | null;
  readonly excluded: boolean;
}): string {
  if (count !== null) return `第${count}个工作日`;
  return excluded ? '不计入（征求意见期间）' : '不计入';
}
