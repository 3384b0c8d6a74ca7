import type { Registration } from '@zhaoshi/domain/application/act';
import { APPLICATION_START } from '@zhaoshi/domain/application/application-state';
import { evolveApplication } from '@zhaoshi/domain/application/evolve-application';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { CaseContext } from './case-context.ts';
import { composeLetters, type Sending } from './case-letters.ts';
import type { LetterSource } from './letter-facts.ts';

interface NewCase {
  readonly organ: OrganRow;
  readonly applicationId: string;
  readonly registrationNumber: string;
  readonly given: Pick<LetterSource['row'], 'channel'> & {
    readonly isMisaddressed: boolean;
    readonly sentOn: CivilDate | null;
    readonly arrivedOn: CivilDate | null;
    readonly receiptDate: CivilDate | null;
    readonly form: LetterSource['form'];
  };
  readonly event: Registration;
  readonly rules: CaseContext;
  readonly box: SecretBox;
  readonly at: Date;
}

/**
 * 接收回执 of a case whose day of receipt is known. An application is registered all the same where it cannot be made,
 * such as for an organ that has not entered how it can be reached.
 */
export async function acknowledge(
  transaction: Transaction<Schema>,
  { organ, applicationId, registrationNumber, given, event, rules, box, at }: NewCase,
  newId: () => string,
): Promise<Sending<Registration>> {
  const after = evolveApplication(APPLICATION_START, { event, by: '' }, rules.clockRules);
  const sending = await composeLetters(
    transaction,
    {
      row: {
        region_id: organ.region_id,
        organ_id: organ.organ_id,
        application_id: applicationId,
        path: organ.path,
        organ_name: organ.name,
        registration_number: registrationNumber,
        channel: given.channel,
        is_misaddressed: given.isMisaddressed,
        sent_on: given.sentOn,
        arrived_on: given.arrivedOn,
        receipt_date: given.receiptDate,
      },
      form: given.form,
      state: APPLICATION_START,
      after,
      act: event,
      texts: {},
      rules,
      box,
      now: at,
    },
    newId,
  );
  return sending.ok ? sending.value : { event, letters: [] };
}
