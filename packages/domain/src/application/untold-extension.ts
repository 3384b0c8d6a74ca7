import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { chineseDate } from '../kernel/chinese-date.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { ApplicationState } from './application-state.ts';
import { dueOnFile } from './clock/clock-dates.ts';
import type { ClockRules } from './clock/clock-rules.ts';

const OWED = '延长答复期限须告知申请人（条例第三十三条第二款），延期答复告知书还没有登记送达。';

function wordsOf({ clock }: ApplicationState, firstDue: CivilDate, today: CivilDate): string {
  const first = chineseDate(firstDue);
  if (clock.ended !== null)
    return `${OWED}答复于${chineseDate(clock.ended.on)}送达，晚于没有延期时的期限${first}；没有告知的延期难以作为按期答复的依据。确已送达的，请补登记送达和凭证；没有送达的，可以照常办结、归档，请用“记事”写明情况。`;
  if (today > firstDue)
    return `${OWED}没有延期时的期限${first}已过，申请人可能主张本件逾期；请立即送达并登记，尽快答复。`;
  return `${OWED}请在没有延期时的期限${first}以前送达并登记。`;
}

/** What the period is counted by. */
export interface ToldRules {
  readonly calendar: WorkingCalendar;
  readonly clockRules: ClockRules;
  readonly today: CivilDate;
}

/**
 * What is to be said while a case rests on an extension of which nothing on file shows that the applicant was told
 * (条例33¶2; applications.md §8.1: "approved; told"); `null` where nothing is. Nothing is refused for it: the law asks
 * for the telling and ties no reply, closing or archiving to it, and a later reply or an invented delivery would only
 * make it worse. A reply within the first twenty days needed no extension.
 */
export function untoldExtension(
  state: ApplicationState,
  { calendar, clockRules, today }: ToldRules,
): string | null {
  const { clock, letters } = state;
  const notice = letters.findLast(({ purpose }) => purpose === 'extension');
  // A period that was started afresh, or a day that was fixed (条例35), owes nothing to the extension.
  const rests = clock.extensionUsed && clock.quota > clockRules.replyDays && clock.deferredTo === null;
  if (!rests || notice === undefined || notice.delivered !== null) return null;
  if (clock.ended !== null && clock.ended.by !== 'replied') return null;
  const firstDue = dueOnFile({ ...clock, quota: clockRules.replyDays }, calendar, clockRules, today)?.date;
  if (firstDue === undefined || (clock.ended !== null && clock.ended.on <= firstDue)) return null;
  return wordsOf(state, firstDue, today);
}
