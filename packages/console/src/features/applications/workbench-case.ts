import type { ActType } from '@zhaoshi/domain/application/act';
import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { textOf } from './acts/entered.ts';
import type { ShownCase } from './shown-application.ts';

export type CaseEvent = ShownCase['events'][number];
type CaseLetter = ShownCase['letters'][number];

/** A letter of the case and what it is for. */
export interface SentLetter extends CaseLetter {
  readonly isReply: boolean;
}

const isActType = (type: string): type is ActType => Object.hasOwn(TRANSITIONS, type);

/** The act that an event keeps; `null` for the registration. */
export const actOf = ({ type }: CaseEvent): ActType | null => (isActType(type) ? type : null);

/** The letters of the case; the reply is the one that was approved. */
export function sentLetters({ events, letters }: ShownCase): readonly SentLetter[] {
  const approved = new Set(
    events.flatMap(({ type, facts }) => (type === 'approveReply' ? [textOf(facts['letterId'])] : [])),
  );
  return letters.map((letter) => ({ ...letter, isReply: approved.has(letter.letterId) }));
}

/** Letters other than the reply that have not reached anybody yet. */
export const openLetters = (shown: ShownCase): readonly SentLetter[] =>
  sentLetters(shown).filter(({ isReply, delivered }) => !isReply && delivered === null);

/** The reply that was approved last: the one that is delivered, and delivered again. */
export const replyLetters = (shown: ShownCase): readonly SentLetter[] =>
  sentLetters(shown)
    .filter(({ isReply }) => isReply)
    .slice(-1);

/** Who was asked, in the words of the letter; empty for who may not see them. */
export const consulteeOf = (consultationId: string, { events }: ShownCase): string =>
  events.find(({ type, facts }) => type === 'sendConsultation' && facts['consultationId'] === consultationId)
    ?.texts?.['consultee'] ?? '';

/** "征求意见（第2次）" of a consultation or a request, by its place among those of the case. */
export function placeOf(
  type: 'sendConsultation' | 'requestAssistance',
  id: string,
  { events }: ShownCase,
): number {
  const key = type === 'sendConsultation' ? 'consultationId' : 'assistanceId';
  return events.filter((event) => event.type === type).findIndex(({ facts }) => facts[key] === id) + 1;
}
