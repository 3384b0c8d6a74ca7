import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { countWorkingDays } from '../../calendar/working-days.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

export type Timeliness = 'inTime' | 'late' | 'open' | 'overdue' | 'noDeadline';

export interface TimelinessResult {
  readonly state: Timeliness;
  /** Working days late, or still left while it is open; 0 otherwise. */
  readonly workingDays: number;
  readonly words: string;
}

/**
 * Whether something was published by its last day, or still can be (check 9 of publication.md §9: a late publication
 * needs a reason; A24 of oversight.md counts it). Judged by the day it was first published on.
 */
export function timelinessOf(
  dueOn: CivilDate | null,
  firstPublishedOn: CivilDate | null,
  today: CivilDate,
  calendar: WorkingCalendar,
): TimelinessResult {
  if (dueOn === null) return { state: 'noDeadline', workingDays: 0, words: '没有公开期限' };
  const until = firstPublishedOn ?? today;
  // On a Saturday after a Friday no working day has passed; it is late all the same.
  const late = until > dueOn ? countWorkingDays(calendar, dueOn, until) : 0;
  const by = late === 0 ? '' : `${late}个工作日`;
  if (firstPublishedOn !== null) {
    return firstPublishedOn <= dueOn
      ? { state: 'inTime', workingDays: 0, words: '按期公开' }
      : { state: 'late', workingDays: late, words: `逾期${by}公开` };
  }
  if (today > dueOn) return { state: 'overdue', workingDays: late, words: `已逾期${by}` };
  const left = countWorkingDays(calendar, today, dueOn);
  return { state: 'open', workingDays: left, words: left === 0 ? '今日到期' : `还剩${left}个工作日` };
}
