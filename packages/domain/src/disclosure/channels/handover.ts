import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { type PublicationContext, publicationDeadline } from '../periods/publication-deadline.ts';

/** The last day to hand a document over to archives and library (条例25¶3). */
export interface HandoverDue {
  /** `null`: the organ's setting fixes no number of days, only 及时. */
  readonly dueOn: CivilDate | null;
  /** A notice that is not out may still move it. */
  readonly isProvisional: boolean;
}

/** 条例25¶3 says 及时; the number of working days is the organ's setting (publication.handoverDays, SP22). */
export function handoverDue(createdOn: CivilDate, context: PublicationContext): HandoverDue {
  const { considered, provisional } = publicationDeadline('handover', { createdOn }, context);
  return { dueOn: considered.find(({ id }) => id === 'SP22')?.dueOn ?? null, isProvisional: provisional };
}

export const isHandoverLate = ({ dueOn }: HandoverDue, today: CivilDate): boolean =>
  dueOn !== null && dueOn < today;

/** Working days are looked through no further back than this. */
const DAYS_BACK = 400;

/** The last day of being made whose handover is late today; `null` when no day's is. */
export function lateSince(today: CivilDate, context: PublicationContext): CivilDate | null {
  for (let back = 1; back <= DAYS_BACK; back += 1) {
    const day = addDays(today, -back);
    if (day < context.calendar.firstDay) return null;
    if (isHandoverLate(handoverDue(day, context), today)) return day;
  }
  return null;
}
