import type { RouteOutput, RouteRequest } from '@zhaoshi/contract/define-route';
import { applicationLetterRoutes } from '@zhaoshi/contract/routes/application-letters';
import type { ActType } from '@zhaoshi/domain/application/act';
import { ACT_TEXTS } from '@zhaoshi/domain/application/act-texts';
import { LETTER_TEXT } from '@zhaoshi/domain/letter/act-letters';
import type { ActFacts } from './entered.ts';

/** The letters that an act sends, each with what is filled in. */
export type LetterForms = RouteOutput<typeof applicationLetterRoutes.templateFields>['letters'];
export type LetterFormField = LetterForms[number]['fields'][number];

type Asking = RouteRequest<typeof applicationLetterRoutes.templateFields>['query'];

/** What to ask for the letters of an act; `null` where it sends none, or it is not said yet which. */
export function letterQuestion(type: ActType, { on, outcome, kind }: ActFacts): Asking | null {
  const asked = applicationLetterRoutes.templateFields.query.safeParse({
    act: type,
    ...(on !== '' && { on }),
    ...(type === 'draftReply' && { outcome }),
    ...(type === 'sendConsultation' && { kind }),
  });
  if (!asked.success || (type === 'draftReply' && outcome === undefined)) return null;
  return asked.data;
}

/** Name of the form's field at `/act/…` or `/texts/…`. */
export const nameAt = (pointer: string): readonly [part: string, key: string] => {
  const [, part = '', key = ''] = pointer.split('/');
  return [part, key];
};

export const isNumberKey = (key: string): boolean => key.startsWith(LETTER_TEXT);

/** The words that the act itself asks for; a 文号 only where the system does not count. */
export function askedTexts(type: ActType, letters: LetterForms) {
  const numbers = new Set(letters.map(({ numberPointer }) => numberPointer));
  return Object.entries(ACT_TEXTS[type]).filter(([key]) => !isNumberKey(key) || numbers.has(`/texts/${key}`));
}

/** Fields of the letters that the act does not ask for already. */
export const ownFields = (letters: LetterForms): readonly LetterFormField[] =>
  letters.flatMap(({ fields }) => fields).filter(({ pointer }) => nameAt(pointer)[1].startsWith(LETTER_TEXT));
