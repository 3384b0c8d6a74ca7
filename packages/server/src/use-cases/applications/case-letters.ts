import type { Rejection } from '@zhaoshi/contract/problems';
import type { ActTexts, ApplicationEvent } from '@zhaoshi/domain/application/act';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Letter } from '@zhaoshi/domain/letter/letter';
import { LETTER_KINDS } from '@zhaoshi/domain/letter/letter-kinds';
import type { Kysely, Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { ApplicationIds } from '../../db/queries/application-case.ts';
import type { Schema } from '../../db/schema.ts';
import { checkLetters, composePlanned, type TriedLetter } from './compose-letters.ts';
import { takeNumber } from './letter-number.ts';
import { sealLetter } from './letter-seal.ts';
import type { PlanningSource } from './planned-letters.ts';
import { correctedWords, lastDraftTexts } from './show-case.ts';

/** A letter with its id, ready to be kept. */
export interface IssuedLetter {
  readonly letterId: string;
  readonly letter: Letter;
  /** It is the letter of another case, whose record has its 文号. */
  readonly isShared?: boolean;
}

/** One letter for several cases (并案答复). */
export interface JointLetter {
  readonly letter: Letter;
  /** Of the case whose record has the 文号. */
  readonly isFirst: boolean;
}

/** What an act sends, and the event with the ids of what was sent. */
export interface Sending<E extends ApplicationEvent> {
  readonly event: E;
  readonly letters: readonly IssuedLetter[];
}

export type LetterOccasion = Omit<PlanningSource, 'corrected' | 'draftTexts' | 'texts'> & {
  readonly texts: ActTexts;
  readonly box: SecretBox;
  readonly joint?: JointLetter;
};

/** The letter with its real 文号. */
async function numbered(
  transaction: Transaction<Schema>,
  occasion: LetterOccasion,
  { plan, facts, letter }: TriedLetter,
): Promise<Result<Letter, Rejection>> {
  if (!letter.ok) throw new Error(`${plan.kind} was not checked`);
  if (letter.value.documentNumber === null) return ok(letter.value);
  const { numberKey, date: on } = plan;
  const typed = occasion.texts[numberKey]?.trim() ?? '';
  const number = await takeNumber(transaction, occasion, { typed, numberKey, on });
  if (!number.ok) return number;
  const composed = composePlanned(plan, facts, number.value);
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
  const corrected = await correctedWords(transaction, ids, occasion.state, box);
  const numberLater = event.type === 'submitReply' || occasion.joint !== undefined;
  const checked = await checkLetters(transaction, { ...occasion, corrected, draftTexts }, { numberLater });
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
    if (occasion.joint !== undefined) {
      const { letter, isFirst } = occasion.joint;
      letters.push({ letterId: named ?? newId(), letter, isShared: !isFirst, isSecond: false });
      continue;
    }
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
  'tellDue',
  'requestAssistance',
  'requestReasons',
  'deferReply',
  'noticeFee',
  'approveReply',
  'notifyThirdParty',
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
  for (const { letterId, letter, isShared = false } of letters) {
    await transaction
      .insertInto('letter')
      .values({
        region_id: row.region_id,
        letter_id: letterId,
        application_id: row.application_id,
        organ_id: row.organ_id,
        kind: letter.kind,
        template_version: letter.version,
        document_number: isShared ? null : letter.documentNumber,
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
  const isTaken = event.type === 'receiveLetter';
  if (!isTaken && event.type !== 'deliverLetter' && event.type !== 'deliverReply') return;
  await transaction
    .updateTable('letter')
    .set({ delivered_on: event.on, delivery_way: isTaken ? 'electronic' : event.way })
    .where('region_id', '=', regionId)
    .where('letter_id', '=', event.letterId)
    .execute();
}
