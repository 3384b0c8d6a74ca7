import { toldDateText } from '../calendar/provisional-words.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { RemedyCode } from './remedy.ts';
import { endOfRemedyPeriod, type RemedyPeriod } from './remedy-periods.ts';

/** The remedy as the letter has it. */
interface LetterRemedy {
  readonly code: RemedyCode;
  /** Empty where the letter names none. */
  readonly text: string;
}

const SUIT = '提起行政诉讼';

/**
 * The roads that a letter names, each with its last day, as the applicant is told (applications.md §12.3). The letter
 * itself is followed: what it says of the court is a setting where the court does not take the case on.
 *
 * @param receivedOn day on which the letter reached the applicant; `null` where nobody knows it, as after mailing
 * @returns one sentence for each road; empty when the letter names none
 */
export function remediesTold(
  { code, text }: LetterRemedy,
  receivedOn: CivilDate | null,
  calendar: WorkingCalendar,
): readonly string[] {
  if (code === 'NONE' || text === '') return [];
  const until = (period: RemedyPeriod, length: string): string =>
    receivedOn === null
      ? `自您收到之日起${length}内`
      : `最后一日为${toldDateText(endOfRemedyPeriod(calendar, period, receivedOn))}`;
  const review = until('reconsiderationApplication', '60日');
  if (code === 'REVIEW_FIRST') {
    return [
      `先申请行政复议：${review}。`,
      '对复议决定仍不服的，自收到行政复议决定书之日起15日内提起行政诉讼；不能不经复议直接起诉。',
    ];
  }
  const suits = text.includes(SUIT) ? [`或者${SUIT}：${until('directSuit', '6个月')}。`] : [];
  return [`可以申请行政复议：${review}。`, ...suits];
}
