import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import {
  type Remedy,
  type RemedyCode,
  type RemedyPlaces,
  type RemedyReadings,
  remedyOfAct,
} from './remedy.ts';

/** What is open to an applicant who was not answered in time. */
export interface SilenceRemedy extends Pick<Remedy, 'source' | 'unconfirmed'> {
  /** For the officer. */
  readonly words: string;
  /** For the applicant: each road with its period (applications.md §12.3). */
  readonly told: readonly string[];
}

/** The roads one by one; the days are not worked out, because no letter began them. */
function roadsTold(
  code: RemedyCode,
  { review, suit }: { readonly review: string; readonly suit: string },
  address: string | null,
): readonly string[] {
  const online = address === null ? '' : `；可以通过${address}在线提交`;
  return code === 'REVIEW_FIRST'
    ? [
        `应当先${review}，期限为60日${online}。`,
        `对行政复议决定不服的，可以自收到行政复议决定书之日起15日内${suit}。`,
      ]
    : [`可以${review}，期限为60日${online}。`, `也可以${suit}，期限为6个月。`];
}

/**
 * The roads against silence past the last day (applications.md §12.2), by the day on which the reply was overdue.
 *
 * @param places `null` while the organs are not known: the roads are named without them
 */
export function silenceRemedy(
  due: CivilDate,
  places: RemedyPlaces | null,
  readings: RemedyReadings,
): SilenceRemedy {
  const { code, source, unconfirmed } = remedyOfAct('silence', addDays(due, 1), readings);
  const review = `向${places?.reviewOrgan ?? '行政复议机关'}申请行政复议`;
  const suit = `向${places?.court ?? '有管辖权的人民法院'}提起行政诉讼`;
  const words =
    code === 'REVIEW_FIRST'
      ? `逾期不予答复，申请人应当先${review}；对行政复议决定不服的，可以${suit}。`
      : `逾期不予答复，申请人可以${review}，也可以${suit}。`;
  const told = roadsTold(code, { review, suit }, places?.reviewAddress ?? null);
  return { words, told, source, unconfirmed };
}
