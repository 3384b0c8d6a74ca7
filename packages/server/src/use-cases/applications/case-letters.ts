import type { Rejection } from '@zhaoshi/contract/problems';
import type { ActTexts, ApplicationEvent } from '@zhaoshi/domain/application/act';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { documentNumberOf } from '@zhaoshi/domain/letter/document-number';
import type { Letter } from '@zhaoshi/domain/letter/letter';
import { LETTER_KINDS } from '@zhaoshi/domain/letter/letter-kinds';
import type { Kysely, Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { ApplicationIds } from '../../db/queries/application-case.ts';
import type { Schema } from '../../db/schema.ts';
import { checkLetters, composePlanned, type TriedLetter } from './compose-letters.ts';
import { sealLetter } from './letter-seal.ts';
import type { PlanningSource } from './planned-letters.ts';
import { nextSerialNumber } from './serial-number.ts';
import { lastDraftTexts } from './show-case.ts';

/** A letter with its id, ready to be kept. */
export interface IssuedLetter {
  readonly letterId: string;
  readonly letter: Letter;
}

/** What an act sends, and the event with the ids of what was sent. */
export interface Sending<E extends ApplicationEvent> {
  readonly event: E;
  readonly letters: readonly IssuedLetter[];
}

export type LetterOccasion = Omit<PlanningSource, 'draftTexts' | 'texts'> & {
  readonly texts: ActTexts;
  readonly box: SecretBox;
};

/** Numbers that were typed by hand may stand in the way of the count; more of them in a row than this do not. */
const LONGEST_STREAK = 1000;

async function isTaken(
  transaction: Transaction<Schema>,
  { row }: LetterOccasion,
  documentNumber: string,
): Promise<boolean> {
  const found = await transaction
    .selectFrom('letter')
    .select('letter_id')
    .where('region_id', '=', row.region_id)
    .where('organ_id', '=', row.organ_id)
    .where('document_number', '=', documentNumber)
    .executeTakeFirst();
  return found !== undefined;
}

/** The next 文号 of the organ in the year of the letter. */
async function nextDocumentNumber(
  transaction: Transaction<Schema>,
  occasion: LetterOccasion,
  on: CivilDate,
): Promise<string> {
  const { row, rules } = occasion;
  const ids = { regionId: row.region_id, organId: row.organ_id };
  const word = rules.settings('letter.numberWord');
  const withDi = rules.settings('letter.numberWithWordDi');
  for (let tries = 0; tries < LONGEST_STREAK; tries += 1) {
    const number = await nextSerialNumber(transaction, ids, 'letter', yearOf(on));
    const made = documentNumberOf({ word, on, number, withDi });
    if (!made.ok) throw new Error(made.error);
    if (!(await isTaken(transaction, occasion, made.value))) return made.value;
  }
  throw new Error('no free document number');
}

/** The letter with its real 文号. */
async function numbered(
  transaction: Transaction<Schema>,
  occasion: LetterOccasion,
  { plan, facts, letter }: TriedLetter,
): Promise<Result<Letter, Rejection>> {
  if (!letter.ok) throw new Error(`${plan.kind} was not checked`);
  if (letter.value.documentNumber === null) return ok(letter.value);
  const typed = occasion.texts[plan.numberKey]?.trim() ?? '';
  if (typed !== '' && (await isTaken(transaction, occasion, typed))) {
    const message = '这个发文字号已经用过，请核对。';
    return err({ code: 'invalid', errors: [{ pointer: `/texts/${plan.numberKey}`, message }] });
  }
  const number = typed === '' ? await nextDocumentNumber(transaction, occasion, plan.date) : typed;
  const composed = composePlanned(plan, facts, number);
  if (!composed.ok) throw new Error(`${plan.kind} changed with its number`);
  return ok(composed.value);
}

/** The ids of the letters in the event that sends them. */
function withIds<E extends ApplicationEvent>(
  event: E,
  letters: readonly (IssuedLetter & { readonly isSecond: boolean })[],
): E {
  const first = letters.find(({ isSecond }) => !isSecond);
  const second = letters.find(({ isSecond }) => isSecond);
  return {
    ...event,
    ...(first !== undefined && { letterId: first.letterId }),
    ...(second !== undefined && { noticeLetterId: second.letterId }),
  };
}

/**
 * Composes the letters that an event sends, with everything that the law wants in them. Nothing is kept yet: the event
 * that is kept names them.
 */
export async function composeLetters<E extends ApplicationEvent>(
  transaction: Transaction<Schema>,
  occasion: LetterOccasion & { readonly act: E },
  newId: () => string,
): Promise<Result<Sending<E>, Rejection>> {
  const { act: event, row, box } = occasion;
  const needsDraft = event.type === 'submitReply' || event.type === 'approveReply';
  const ids = { regionId: row.region_id, applicationId: row.application_id };
  const draftTexts = needsDraft ? await lastDraftTexts(transaction, ids, box) : {};
  // A draft is kept as far as it is written; what it lacks is said when it is submitted.
  if (event.type === 'draftReply') return ok({ event, letters: [] });
  const checked = await checkLetters(transaction, { ...occasion, draftTexts });
  if (!checked.ok) return checked;
  if (event.type === 'submitReply') return ok({ event, letters: [] });
  const named = 'letterId' in event ? event.letterId : undefined;
  const isFirstSent = checked.value.some(({ plan }) => !plan.isSecond);
  if (named !== undefined && SENDING.has(event.type) && !isFirstSent) {
    const message = '这一天还没有规定这种文书的法律，请核对日期。';
    return err({ code: 'invalid', errors: [{ pointer: '/act/on', message }] });
  }
  const letters: (IssuedLetter & { readonly isSecond: boolean })[] = [];
  for (const tried of checked.value) {
    const letter = await numbered(transaction, occasion, tried);
    if (!letter.ok) return letter;
    const { isSecond } = tried.plan;
    letters.push({ letterId: (isSecond ? undefined : named) ?? newId(), letter: letter.value, isSecond });
  }
  return ok({ event: withIds(event, letters), letters });
}

/** Acts that are nothing without their letter; the server gives its id beforehand. */
export const SENDING: ReadonlySet<string> = new Set([
  'noticeCorrection',
  'sendConsultation',
  'approveExtension',
  'requestReasons',
  'deferReply',
  'noticeFee',
  'approveReply',
]);

/** Keeps the letters, sealed. @returns the document number of the act's own letter, `null` where it has none */
export async function keepLetters(
  transaction: Transaction<Schema>,
  {
    row,
    box,
  }: {
    readonly row: Pick<LetterOccasion['row'], 'region_id' | 'organ_id' | 'application_id'>;
    readonly box: SecretBox;
  },
  letters: readonly IssuedLetter[],
): Promise<string | null> {
  for (const { letterId, letter } of letters) {
    await transaction
      .insertInto('letter')
      .values({
        region_id: row.region_id,
        letter_id: letterId,
        application_id: row.application_id,
        organ_id: row.organ_id,
        kind: letter.kind,
        template_version: letter.version,
        document_number: letter.documentNumber,
        issued_on: letter.date,
        sealed: sealLetter(box, letterId, letter),
        delivered_on: null,
        delivery_way: null,
        is_for_applicant: LETTER_KINDS[letter.kind].to === 'applicant',
      })
      .execute();
  }
  return letters[0]?.letter.documentNumber ?? null;
}

/** A letter of a case. */
export async function findLetter(
  database: Kysely<Schema>,
  { regionId, applicationId }: ApplicationIds,
  letterId: string,
) {
  return await database
    .selectFrom('letter')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('application_id', '=', applicationId)
    .where('letter_id', '=', letterId)
    .executeTakeFirst();
}

/** Notes on the letter when and how it reached whom it is for. */
export async function recordLetterDelivery(
  transaction: Transaction<Schema>,
  { regionId }: ApplicationIds,
  event: ApplicationEvent,
): Promise<void> {
  if (event.type !== 'deliverLetter' && event.type !== 'deliverReply') return;
  await transaction
    .updateTable('letter')
    .set({ delivered_on: event.on, delivery_way: event.way })
    .where('region_id', '=', regionId)
    .where('letter_id', '=', event.letterId)
    .execute();
}
