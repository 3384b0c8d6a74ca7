import { isCreditCode } from '@zhaoshi/domain/annual-report/text/personal-data';
import {
  type AmendmentCommand,
  amendmentLetterFields,
  rowOfDecision,
} from '@zhaoshi/domain/application/amendment-decision';
import type { AmendmentRequest } from '@zhaoshi/domain/application/record-amendment';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Result } from '@zhaoshi/domain/kernel/result';
import type { MissingField } from '@zhaoshi/domain/letter/check-letter';
import { composeLetter } from '@zhaoshi/domain/letter/compose-letter';
import type { Letter } from '@zhaoshi/domain/letter/letter';
import type { LetterFacts } from '@zhaoshi/domain/letter/letter-facts';
import { remedyPlacesOf } from '@zhaoshi/domain/remedy/remedy-organ';
import { remedyReadingsFrom } from '@zhaoshi/domain/remedy/remedy-readings';
import type { SettingReader } from '@zhaoshi/domain/setting/application-rules';
import type { Kysely } from 'kysely';
import { contactLines, organsUpwards } from '../../db/queries/letter-organ.ts';
import type { AmendmentRow } from '../../db/queries/record-amendments.ts';
import type { Schema } from '../../db/schema.ts';
import { remedySettings } from '../applications/letter-facts.ts';

/** What the letter of a decision is composed from. */
export interface AmendmentLetterSource {
  readonly row: AmendmentRow;
  readonly request: AmendmentRequest;
  readonly command: AmendmentCommand;
  readonly settings: SettingReader;
}

/** The same facts as those of a letter about an application, as far as a request to amend has them. */
async function factsOf(
  database: Kysely<Schema>,
  { row, request, command, settings }: AmendmentLetterSource,
): Promise<Omit<LetterFacts, 'documentNumber'>> {
  const [organ, ...above] = await organsUpwards(database, row.path);
  const values = remedySettings(settings);
  return {
    organ: row.organ_name,
    contact: await contactLines(database, { regionId: row.region_id, organId: row.organ_id }),
    date: command.on,
    addressee: request.name,
    application: {
      registrationNumber: row.receipt_number,
      // A stored civil date.
      receiptDate: row.received_on as CivilDate,
      receiptRule: '',
      applicant: request.name,
      isOrganization: isCreditCode(request.identityNumber.toUpperCase()),
      asked: request.record,
      corrected: '',
      form: '',
      way: '',
    },
    due: null,
    fee: null,
    givenBefore: false,
    remedyPlaces: organ === undefined ? null : remedyPlacesOf(organ, above, values),
    readings: remedyReadingsFrom(values),
    // Asked for on the portal, so the address for review online is given too (复议法22¶2).
    byInternet: true,
    othersSeeApplicant: false,
    excludesReasons: false,
    restartsAfterPayment: true,
    reliefDays: 0,
  };
}

/** The letter of a decision with a 文号, or everything that it still needs. */
export async function composeAmendmentLetter(
  database: Kysely<Schema>,
  source: AmendmentLetterSource,
  documentNumber: string | null,
): Promise<Result<Letter, readonly MissingField[]>> {
  const { row, request, command } = source;
  // A stored civil date.
  const fields = amendmentLetterFields(command, request, row.received_on as CivilDate);
  const facts = await factsOf(database, source);
  return composeLetter(rowOfDecision(command.decision).letter, { ...facts, documentNumber }, fields);
}
