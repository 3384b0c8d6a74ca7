import { randomInt } from 'node:crypto';
import type { Registration } from '@zhaoshi/domain/application/act';
import type { ApplicationForm } from '@zhaoshi/domain/application/application-form';
import { APPLICATION_START } from '@zhaoshi/domain/application/application-state';
import { caseDeadlines } from '@zhaoshi/domain/application/case-deadlines';
import { evolveApplication } from '@zhaoshi/domain/application/evolve-application';
import type { IntakeChannel } from '@zhaoshi/domain/application/intake';
import { maskPersonalText } from '@zhaoshi/domain/application/masks';
import { type CivilDate, civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { bigramNumbers, foldForSearch } from '@zhaoshi/domain/search/fold';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { setDeadlines } from '../calendar/set-deadlines.ts';
import { acknowledge } from './acknowledge.ts';
import { appendEvent, projectionOf } from './act-on-case.ts';
import { keepApplicant } from './applicants.ts';
import { caseContext } from './case-context.ts';
import { keepLetters } from './case-letters.ts';
import { nextRegistrationNumber } from './serial-number.ts';
import { sealForm } from './show-case.ts';

export interface NewApplication {
  readonly channel: IntakeChannel;
  readonly isMisaddressed: boolean;
  readonly sentOn: CivilDate | null;
  readonly arrivedOn: CivilDate | null;
  readonly receiptDate: CivilDate | null;
  readonly summary: string | null;
  readonly form: ApplicationForm;
  readonly isImported: boolean;
  /** Of an old register; otherwise the next of the year. */
  readonly registrationNumber: string | null;
  /** An account's id, or `applicant`. */
  readonly actor: string;
}

export interface InsertedApplication {
  readonly applicationId: string;
  readonly registrationNumber: string;
  readonly queryCode: string;
}

// Without letters and digits that are taken for one another.
export const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const CODE_LENGTH = 10;

/** Ten letters that nobody guesses and everybody can read out. */
export const newQueryCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)] ?? '').join('');

export const queryCodeHash = (box: SecretBox, code: string): string =>
  box.keyedHash(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''), 'application-query-code');

const SUMMARY_LENGTH = 100;

/** What the register shows of what was asked: shortened, without numbers or names of people on the form. */
export function summaryOf({ summary, form }: Pick<NewApplication, 'summary' | 'form'>): string {
  const { applicant, agent, description } = form;
  const text = summary === null || summary === '' ? description : summary;
  const known = [
    ...(applicant.kind === 'naturalPerson' ? [applicant.name] : []),
    applicant.identityNumber,
    applicant.legalRepresentative,
    applicant.contactPerson,
    applicant.address,
    applicant.phone,
    applicant.fax,
    applicant.email,
    agent?.name,
    agent?.identityNumber,
    agent?.phone,
  ].filter((value) => typeof value === 'string');
  const masked = maskPersonalText(text.replaceAll(/\s+/g, ' ').trim(), known);
  const characters = Array.from(masked);
  return characters.length <= SUMMARY_LENGTH
    ? masked
    : `${characters.slice(0, SUMMARY_LENGTH - 1).join('')}…`;
}

/** Enters a case with its first event, its deadlines and its number, in the transaction of the change. */
export async function insertApplication(
  transaction: Transaction<Schema>,
  organ: OrganRow,
  given: NewApplication,
  { at, newId, box }: { readonly at: Date; readonly newId: () => string; readonly box: SecretBox },
): Promise<InsertedApplication> {
  const ids = { regionId: organ.region_id, organId: organ.organ_id };
  const applicationId = newId();
  const today = civilDateAt(at);
  const rules = await caseContext(transaction, organ.path, at);
  const registered: Registration = {
    type: 'register',
    on: today,
    receiptDate: given.receiptDate,
    isImported: given.isImported,
  };
  const year = yearOf(today);
  const registrationNumber =
    given.registrationNumber ?? (await nextRegistrationNumber(transaction, ids, year));
  const { event, letters } = await acknowledge(
    transaction,
    { organ, applicationId, registrationNumber, given, event: registered, rules, box, at },
    newId,
  );
  const state = evolveApplication(APPLICATION_START, { event, by: given.actor }, rules.clockRules);
  const queryCode = newQueryCode();
  const summary = summaryOf(given);
  const folded = foldForSearch(summary);
  const { receipt_date: _, ...projected } = projectionOf(state, rules);
  await transaction
    .insertInto('application')
    .values({
      region_id: organ.region_id,
      application_id: applicationId,
      organ_id: organ.organ_id,
      registration_number: registrationNumber,
      applicant_id: await keepApplicant(transaction, ids, given.form.applicant, { box, newId }),
      applicant_kind: given.form.applicant.kind,
      channel: given.channel,
      is_misaddressed: given.isMisaddressed,
      sent_on: given.sentOn,
      arrived_on: given.arrivedOn,
      receipt_date: given.receiptDate,
      entered_at: at,
      summary,
      folded,
      bigrams: [...bigramNumbers(folded)],
      sealed: sealForm(box, applicationId, given.form),
      letter_number: null,
      query_code_hash: queryCodeHash(box, queryCode),
      is_imported: given.isImported,
      ...projected,
    })
    .execute();
  await appendEvent(
    transaction,
    { regionId: organ.region_id, applicationId },
    { sequence: 1, event, texts: {}, actor: given.actor, at },
    box,
  );
  const row = { region_id: organ.region_id, organ_id: organ.organ_id, application_id: applicationId };
  await keepLetters(transaction, { row, box }, letters);
  await setDeadlines(
    transaction,
    { ...ids, path: organ.path, subject: `application/${applicationId}`, at, newId },
    caseDeadlines(state, rules),
  );
  return { applicationId, registrationNumber, queryCode };
}
