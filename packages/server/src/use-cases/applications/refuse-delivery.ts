import { createHash } from 'node:crypto';
import type { Rejection } from '@zhaoshi/contract/problems';
import type { ApplicationForm } from '@zhaoshi/domain/application/application-form';
import type { ApplicationState, LetterPurpose } from '@zhaoshi/domain/application/application-state';
import type { Command } from '@zhaoshi/domain/application/decide-act';
import { type DeliveryRules, deliveryRulesFrom } from '@zhaoshi/domain/delivery/delivery';
import { checkNotedDelivery } from '@zhaoshi/domain/delivery/noted-delivery';
import type { SettingReader } from '@zhaoshi/domain/setting/application-rules';
import type { CaseContext } from './case-context.ts';
import { wantsElectronic } from './letter-facts.ts';

/** How the organ reads what the law leaves open in deliveries. */
export const deliveryRules = (settings: SettingReader): DeliveryRules =>
  deliveryRulesFrom({
    'delivery.electronicCountsFrom': settings('delivery.electronicCountsFrom'),
    'delivery.viaOtherOrganCountsFrom': settings('delivery.viaOtherOrganCountsFrom'),
    'delivery.publicNotice': settings('delivery.publicNotice'),
  });

/** Letters that are not for the applicant. */
const TO_OTHERS: ReadonlySet<LetterPurpose> = new Set(['consultation', 'thirdPartyNotice', 'assistance']);

/** Whether a letter may be delivered in this way, on this day and with this proof (applications.md §13). */
export function refuseDelivery(
  state: ApplicationState,
  { act, texts }: Command,
  form: ApplicationForm,
  { settings, today }: CaseContext,
): Rejection | null {
  if (act.type !== 'deliverLetter' && act.type !== 'deliverReply' && act.type !== 'redeliverReply')
    return null;
  const letter = state.letters.find(({ letterId }) => letterId === act.letterId);
  if (letter === undefined) return null;
  const evidence = texts['evidence'] ?? '';
  const problems = checkNotedDelivery(
    { ...act, evidence },
    {
      isReply: letter.purpose === 'reply',
      // What the sending system recorded stands in the evidence, which is kept with its hash.
      systemLog: createHash('sha256').update(evidence).digest('hex'),
    },
    deliveryRules(settings),
    {
      letterDate: letter.issuedOn,
      today,
      // Only the applicant's own wish is on file; others are written to as they can be reached.
      electronicChosen: TO_OTHERS.has(letter.purpose) || wantsElectronic(form),
    },
  );
  if (problems.length === 0) return null;
  const errors = problems.map(({ field, words }) => ({
    pointer: field === 'evidence' ? '/texts/evidence' : `/act/${field}`,
    message: words,
  }));
  return { code: 'invalid', errors };
}
