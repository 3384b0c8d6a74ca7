import type { ActType } from '@zhaoshi/domain/application/act';
import { OUTCOME_IDS } from '@zhaoshi/domain/application/outcome';
import { LETTER_TEXT, letterOfAct as letterOf, pointerOfField } from '@zhaoshi/domain/letter/act-letters';
import type { LetterField } from '@zhaoshi/domain/letter/letter-field';
import { LETTER_KINDS, type LetterKind, replyLetterOf } from '@zhaoshi/domain/letter/letter-kinds';
import type { LetterTemplate } from '@zhaoshi/domain/letter/letter-template';
import { dayOf, textOf } from './entered.ts';

/** Facts of an act as the form has them. */
export type ActFacts = Readonly<Record<string, unknown>>;

/** Acts whose letter needs words that only the officer has. */
const ASKED: ReadonlySet<ActType> = new Set<ActType>([
  'noticeCorrection',
  'sendConsultation',
  'approveExtension',
  'requestReasons',
  'deferReply',
  'noticeFee',
]);

const KINDS = ['thirdPartyConsultation', 'coMakerConsultation', 'organConsultation'] as const;

/** The letter whose fields are filled in with an act; a reply's are written when it is drafted. */
export function letterOfAct(type: ActType, act: ActFacts): LetterKind | null {
  if (type === 'draftReply') {
    const outcome = OUTCOME_IDS.find((id) => id === act['outcome']);
    return outcome === undefined ? null : replyLetterOf(outcome);
  }
  const kind = KINDS.find((one) => one === act['kind']);
  return ASKED.has(type) ? letterOf({ type, ...(kind !== undefined && { kind }) }, null) : null;
}

/** The wording of a letter on a day; the newest while no day is given. */
export function wordingOf(kind: LetterKind, on: unknown): LetterTemplate | null {
  const day = dayOf(on);
  const { templates } = LETTER_KINDS[kind];
  return (
    (day === undefined ? templates.at(-1) : templates.findLast(({ validFrom }) => validFrom <= day)) ?? null
  );
}

/** All fields of the letter that goes with an act. */
export function letterFieldsOf(type: ActType, act: ActFacts): readonly LetterField[] {
  const kind = letterOfAct(type, act);
  return kind === null ? [] : (wordingOf(kind, act['on'])?.fields ?? []);
}

/** Those that the act does not ask for already. */
export const ownLetterFields = (type: ActType, act: ActFacts): readonly LetterField[] =>
  letterFieldsOf(type, act).filter(
    ({ key }) => pointerOfField({ type, ...act }, key) === `/texts/${LETTER_TEXT}${key}`,
  );

/** The values of the letter's fields: its own, and what the act asks for by the same name. */
export function letterValues(
  type: ActType,
  act: ActFacts,
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const given = letterFieldsOf(type, act).map(({ key }): [string, string] => {
    const pointer = pointerOfField({ type, ...act }, key);
    const [, part, name = ''] = pointer.split('/');
    return [key, textOf(part === 'act' ? act[name] : texts[name])];
  });
  return Object.fromEntries(given.filter(([, value]) => value.trim() !== ''));
}
