import type { DeliveryRules, DeliveryWay } from '../delivery/delivery.ts';
import { checkNotedDelivery } from '../delivery/noted-delivery.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { AmendmentRefusal, AmendmentState } from './amendment-decision.ts';

/**
 * Ways in which the letter of a decided request reaches whoever asked, beside the portal, where it lies open at once
 * and notes by itself when it was read (applications.md §13).
 */
export const AMENDMENT_DELIVERY_WAYS = [
  'direct',
  'post',
  'viaOrgan',
] as const satisfies readonly DeliveryWay[];

/** A delivery of the letter as it is noted. */
export interface AmendmentDelivery {
  readonly way: (typeof AMENDMENT_DELIVERY_WAYS)[number];
  /** The day that counts by the way: signed for, or given to the post. */
  readonly on: CivilDate;
  /** Mail number, who signed, which organ delivered: may name a person. */
  readonly evidence: string;
}

/** What is known of the letter when its delivery is noted. */
export interface AmendmentLetterFacts extends Pick<AmendmentState, 'status'> {
  readonly letterDate: CivilDate | null;
}

/** Everything against noting a delivery; the letter may go out again, so a second one is none of it. */
export function refuseAmendmentDelivery(
  { status, letterDate }: AmendmentLetterFacts,
  delivery: AmendmentDelivery,
  rules: DeliveryRules,
  today: CivilDate,
): readonly AmendmentRefusal[] {
  if (status === 'received' || letterDate === null) {
    return [{ field: '', message: '这件更正申请还没有决定，没有可以登记送达的文书。请先作出决定。' }];
  }
  const noted = { isReply: true, systemLog: '' } as const;
  const context = { letterDate, today, electronicChosen: false };
  return checkNotedDelivery(delivery, noted, rules, context).map(({ field, words }) => ({
    field: field === 'way' || field === 'evidence' ? `/${field}` : '/on',
    message: words,
  }));
}
