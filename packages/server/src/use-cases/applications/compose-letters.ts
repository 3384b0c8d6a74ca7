import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import type { ApplicationAct } from '@zhaoshi/domain/application/act';
import { inBookMarks } from '@zhaoshi/domain/kernel/book-marks';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { LETTER_TEXT, pointerOfField } from '@zhaoshi/domain/letter/act-letters';
import type { MissingField } from '@zhaoshi/domain/letter/check-letter';
import { composeLetter } from '@zhaoshi/domain/letter/compose-letter';
import type { Letter } from '@zhaoshi/domain/letter/letter';
import { LETTER_KINDS, templateOf } from '@zhaoshi/domain/letter/letter-kinds';
import type { Kysely } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { type CaseFacts, caseFacts } from './letter-facts.ts';
import { isNumberedBySystem } from './letter-number.ts';
import { addresseeKey, type PlannedLetter, type PlanningSource, plannedLetters } from './planned-letters.ts';
import { ofDraft } from './reply-rejection.ts';

/** Stands where the 文号 will be, until the letter is sent. */
const NUMBER_TO_COME = '（发文时编号）';

/** A letter as it would be now, or what it still needs. */
export interface TriedLetter {
  readonly plan: PlannedLetter;
  readonly facts: CaseFacts;
  readonly letter: Result<Letter, readonly MissingField[]>;
}

/** The 文号 that the officer typed; `null` where none was. */
const typedNumber = ({ texts }: PlanningSource, { numberKey }: PlannedLetter): string | null =>
  texts[numberKey]?.trim() || null;

/** Composes a planned letter with a 文号. */
export const composePlanned = (
  { kind, addressee, fields }: PlannedLetter,
  facts: CaseFacts,
  documentNumber: string | null,
): Result<Letter, readonly MissingField[]> =>
  composeLetter(kind, { ...facts, documentNumber, addressee }, fields);

/**
 * The letters of an act as they would be now; no number is taken.
 *
 * @param numberLater the 文号 is given in a later step, so that it is not missing yet
 */
export async function tryLetters(
  database: Kysely<Schema>,
  source: PlanningSource,
  { numberLater }: { readonly numberLater: boolean },
): Promise<readonly TriedLetter[]> {
  const plans = plannedLetters(source);
  const first = plans[0];
  if (first === undefined) return [];
  const facts = await caseFacts(database, source, first.date);
  return plans.map((plan) => {
    const coming = numberLater || isNumberedBySystem(source) ? NUMBER_TO_COME : null;
    const number = typedNumber(source, plan) ?? coming;
    return { plan, facts, letter: composePlanned(plan, facts, number) };
  });
}

/** Where what is missing is entered; `null`: not with the act. */
export function pointerOfMissing(
  act: Pick<ApplicationAct, 'type'>,
  { kind, date, numberKey, isSecond }: PlannedLetter,
  { key }: MissingField,
): string | null {
  if (key === 'documentNumber') return `/texts/${numberKey}`;
  if (key === 'date') return '/act/on';
  if (key === 'addressee' && LETTER_KINDS[kind].to !== 'applicant') return `/texts/${addresseeKey(act)}`;
  if (isSecond || !templateOf(kind, date).fields.some((field) => field.key === key)) return null;
  // The fields of a reply belong to its draft.
  const isOfDraft = kind.startsWith('replyLetter.') && act.type !== 'withdraw';
  return isOfDraft ? `/texts/${LETTER_TEXT}${key}` : pointerOfField(act, key);
}

/** A field that the form of the act does not have, but that of the draft. */
const isDraftField = ({ pointer }: FieldError): boolean =>
  pointer.startsWith(`/texts/${LETTER_TEXT}`) && pointer !== `/texts/${LETTER_TEXT}documentNumber`;

/** Everything that stands in the way of the letters, in the words of the office. */
function rejectionOfLetters(
  act: Pick<ApplicationAct, 'type'>,
  tried: readonly TriedLetter[],
): Rejection | null {
  const missing = tried.flatMap(({ plan, letter }) =>
    letter.ok
      ? []
      : letter.error.map((one) => ({
          title: LETTER_KINDS[plan.kind].title,
          pointer: pointerOfMissing(act, plan, one),
          message: `${one.label}：${one.words}`,
        })),
  );
  if (missing.length === 0) return null;
  const errors: readonly FieldError[] = missing.flatMap(({ pointer, message }) =>
    pointer === null ? [] : [{ pointer, message }],
  );
  const isOfDraft = (act.type === 'submitReply' || act.type === 'approveReply') && errors.some(isDraftField);
  const isByFields = errors.length === missing.length;
  if (isByFields) return isOfDraft ? ofDraft(act, { code: 'invalid', errors }) : { code: 'invalid', errors };
  const words = missing.flatMap(({ pointer, title, message }) =>
    pointer === null ? [`${inBookMarks(title)}还不能生成，${message}。`] : [],
  );
  return {
    code: 'state-refuses',
    detail: [...new Set(words)].join(''),
    ...(errors.length > 0 && { errors }),
  };
}

/** The letters of an act whose fields are all there; else everything that is missing. */
export async function checkLetters(
  database: Kysely<Schema>,
  source: PlanningSource,
  { numberLater }: { readonly numberLater: boolean },
): Promise<Result<readonly TriedLetter[], Rejection>> {
  const tried = await tryLetters(database, source, { numberLater });
  const wanted = tried.filter(({ plan, letter }) => letter.ok || !plan.isOptional);
  const { act } = source;
  const rejection = act.type === 'register' ? null : rejectionOfLetters(act, wanted);
  return rejection === null ? ok(wanted) : err(rejection);
}
