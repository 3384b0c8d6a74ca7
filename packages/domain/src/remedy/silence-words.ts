import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import { type Remedy, type RemedyPlaces, type RemedyReadings, remedyOfAct } from './remedy.ts';

/** What is open to an applicant who was not answered in time. */
export interface SilenceRemedy extends Pick<Remedy, 'source' | 'unconfirmed'> {
  readonly words: string;
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
  return { words, source, unconfirmed };
}
