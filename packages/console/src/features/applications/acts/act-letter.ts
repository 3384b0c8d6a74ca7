import type { ActType } from '@zhaoshi/domain/application/act';
import { ACT_TEXTS } from '@zhaoshi/domain/application/act-texts';
import { OUTCOME_IDS } from '@zhaoshi/domain/application/outcome';
import type { LetterField } from '@zhaoshi/domain/letter/letter-field';
import { LETTER_KINDS, type LetterKind, replyLetterOf } from '@zhaoshi/domain/letter/letter-kinds';
import type { LetterTemplate } from '@zhaoshi/domain/letter/letter-template';
import { ACT_FIELDS } from './act-fields.ts';
import { dayOf, textOf } from './entered.ts';

/** Facts of an act as the form has them. */
export type ActFacts = Readonly<Record<string, unknown>>;

const LETTER_OF: Readonly<Partial<Record<ActType, LetterKind>>> = {
  noticeCorrection: 'correctionNotice',
  approveExtension: 'extensionNotice',
  requestReasons: 'reasonsRequestNotice',
  deferReply: 'deferredReplyNotice',
  noticeFee: 'feeNotice',
};

const CONSULTATION_LETTERS: Readonly<Record<string, LetterKind>> = {
  thirdPartyConsultation: 'thirdPartyConsultationLetter',
  coMakerConsultation: 'coMakerLetter',
  organConsultation: 'assistanceRequest',
};

/** The letter whose fields are filled in with an act; a reply's are written when it is drafted. */
export function letterOfAct(type: ActType, act: ActFacts): LetterKind | null {
  if (type === 'sendConsultation') return CONSULTATION_LETTERS[textOf(act['kind'])] ?? null;
  if (type === 'draftReply') {
    const outcome = OUTCOME_IDS.find((id) => id === act['outcome']);
    return outcome === undefined ? null : replyLetterOf(outcome);
  }
  return LETTER_OF[type] ?? null;
}

/** The wording of a letter on a day; the newest while no day is given. */
export function wordingOf(kind: LetterKind, on: unknown): LetterTemplate | null {
  const day = dayOf(on);
  const { templates } = LETTER_KINDS[kind];
  return (
    (day === undefined ? templates.at(-1) : templates.findLast(({ validFrom }) => validFrom <= day)) ?? null
  );
}

const isAsked = (type: ActType, key: string): boolean =>
  Object.hasOwn(ACT_TEXTS[type], key) || ACT_FIELDS[type].some((field) => field.key === key);

/** All fields of the letter that goes with an act. */
export function letterFieldsOf(type: ActType, act: ActFacts): readonly LetterField[] {
  const kind = letterOfAct(type, act);
  return kind === null ? [] : (wordingOf(kind, act['on'])?.fields ?? []);
}

/** Those that the act does not ask for already. */
export const ownLetterFields = (type: ActType, act: ActFacts): readonly LetterField[] =>
  letterFieldsOf(type, act).filter(({ key }) => !isAsked(type, key));

/** The values of the letter's fields: its own, and what the act asks for by the same name. */
export function letterValues(
  type: ActType,
  act: ActFacts,
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const given = letterFieldsOf(type, act).map(({ key }): [string, string] => [
    key,
    texts[`letter.${key}`] ?? texts[key] ?? textOf(act[key]),
  ]);
  return Object.fromEntries(given.filter(([, value]) => value.trim() !== ''));
}
