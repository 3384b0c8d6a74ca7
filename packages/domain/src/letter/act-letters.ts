import type { ActTexts, ApplicationAct, ApplicationEvent } from '../application/act.ts';
import { ACT_TEXTS } from '../application/act-texts.ts';
import type { ConsultationKind } from '../application/clock/clock-event.ts';
import type { OutcomeId } from '../application/outcome.ts';
import type { LetterFieldValues } from './letter-field.ts';
import { type LetterKind, replyLetterOf } from './letter-kinds.ts';

/** Keys of an act's texts that are fields of its letter. */
export const LETTER_TEXT = 'letter.';

/** Acts by the letter that they send whatever is written with them. */
const LETTERS = {
  register: 'acknowledgement',
  confirmReceipt: 'acknowledgement',
  correctReceipt: 'acknowledgement',
  noticeCorrection: 'correctionNotice',
  lapseCorrection: 'replyLetter.otherHandling.correctionLapsed',
  approveExtension: 'extensionNotice',
  requestAssistance: 'assistanceRequest',
  tellDue: 'movedDueNotice',
  requestReasons: 'reasonsRequestNotice',
  deferReply: 'deferredReplyNotice',
  noticeFee: 'feeNotice',
  notifyThirdParty: 'thirdPartyDisclosureNotice',
  lapsePayment: 'replyLetter.otherHandling.feeUnpaid',
  withdraw: 'replyLetter.otherHandling.withdrawn',
  decidePromotion: 'promotionNotice',
} as const satisfies Readonly<Partial<Record<ApplicationEvent['type'], LetterKind>>>;

const CONSULTATION_LETTERS: Readonly<Record<ConsultationKind, LetterKind>> = {
  thirdPartyConsultation: 'thirdPartyConsultationLetter',
  coMakerConsultation: 'coMakerLetter',
  organConsultation: 'assistanceRequest',
};

/** Of a consultation: how the letter to the applicant names who is asked. */
const CONSULTED: Readonly<Record<ConsultationKind, string>> = {
  thirdPartyConsultation: 'thirdParty',
  coMakerConsultation: 'coMaker',
  organConsultation: 'otherOrgan',
};

/** Acts whose letter is left out where it cannot be composed: the act must not wait for it. */
const OPTIONAL: ReadonlySet<ApplicationEvent['type']> = new Set([
  'register',
  'confirmReceipt',
  'correctReceipt',
  'lapseCorrection',
  'withdraw',
]);

export const isLetterOptional = (type: ApplicationEvent['type']): boolean => OPTIONAL.has(type);

type LetterAct = Pick<ApplicationEvent, 'type'> & { readonly kind?: ConsultationKind };

/**
 * The letter that an act sends; `null` when it sends none.
 *
 * @param drafted outcome of the draft that is approved
 */
export function letterOfAct(act: LetterAct, drafted: OutcomeId | null): LetterKind | null {
  const { type, kind } = act;
  if (type === 'approveReply') return drafted === null ? null : replyLetterOf(drafted);
  if (type === 'sendConsultation') return kind === undefined ? null : CONSULTATION_LETTERS[kind];
  const found = Object.entries(LETTERS).find(([one]) => one === type);
  return found === undefined ? null : found[1];
}

/** A field of the letter that has another name in the act's words. */
const SAME_WORDS: Readonly<Record<string, string>> = { question: 'content' };

/** A field of the letter that has another name among the act's facts. */
const SAME_FACTS: Readonly<Record<string, string>> = { replyBy: 'dueOn' };

const factOf = (act: ApplicationAct, key: string): string => {
  const value = Object.entries(act).find(([one]) => one === key)?.[1];
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
};

/**
 * What was written for a field. Facts and words of the act come first, so that the letter never says another number of
 * days than the case counts.
 */
function writtenFor(act: ApplicationAct, texts: ActTexts, key: string): string {
  const fact = factOf(act, key) || factOf(act, SAME_FACTS[key] ?? '');
  const written = [fact, texts[key], texts[`${LETTER_TEXT}${key}`], texts[SAME_WORDS[key] ?? '']];
  return written.map((value) => value?.trim() ?? '').find((value) => value !== '') ?? '';
}

/** The values of a letter's fields from the act and its texts. */
export const fieldsOfAct = (
  act: ApplicationAct,
  texts: ActTexts,
  keys: readonly string[],
): LetterFieldValues =>
  Object.fromEntries(
    keys
      .map((key): [string, string] => [key, writtenFor(act, texts, key)])
      .filter(([, value]) => value !== ''),
  );

/** The fields of a reply as its draft has them. */
export const fieldsOfDraft = (texts: ActTexts): LetterFieldValues =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]): readonly [string, string][] =>
      key.startsWith(LETTER_TEXT) ? [[key.slice(LETTER_TEXT.length), value]] : [],
    ),
  );

/** The field of the letter to the applicant that a consultation fills by itself. */
export const consultedField = (kind: ConsultationKind): LetterFieldValues => ({ consulted: CONSULTED[kind] });

/** Fields of letters that a fact of the act says, whatever it is called there. */
const SAID_BY_FACT: Readonly<Partial<Record<ApplicationAct['type'], Readonly<Record<string, string>>>>> = {
  decidePromotion: { result: 'accepted' },
};

/** Where a field of an act's letter is entered: among the act's words or facts, else as the letter's own. */
export function pointerOfField(act: Pick<ApplicationAct, 'type'>, key: string): string {
  const saidBy = SAID_BY_FACT[act.type]?.[key];
  if (saidBy !== undefined) return `/act/${saidBy}`;
  if (Object.hasOwn(ACT_TEXTS[act.type], key)) return `/texts/${key}`;
  const other = SAME_WORDS[key];
  if (other !== undefined && Object.hasOwn(ACT_TEXTS[act.type], other)) return `/texts/${other}`;
  const fact = SAME_FACTS[key];
  if (fact !== undefined && Object.hasOwn(act, fact)) return `/act/${fact}`;
  return Object.hasOwn(act, key) && key !== 'kind' ? `/act/${key}` : `/texts/${LETTER_TEXT}${key}`;
}
