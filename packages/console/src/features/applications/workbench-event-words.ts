import { ACT_TEXTS } from '@zhaoshi/domain/application/act-texts';
import { OUTCOME_IDS } from '@zhaoshi/domain/application/outcome';
import { LETTER_TEXT } from '@zhaoshi/domain/letter/act-letters';
import type { LetterField } from '@zhaoshi/domain/letter/letter-field';
import { isLetterKind, LETTER_KINDS, replyLetterOf } from '@zhaoshi/domain/letter/letter-kinds';
import { ACT_FIELDS } from './acts/act-fields.ts';
import { factText } from './acts/act-words.ts';
import { textOf } from './acts/entered.ts';
import type { ShownCase } from './shown-application.ts';
import { actOf, type CaseEvent, placeOf, sentLetters } from './workbench-case.ts';

/** A fact or the words of an event, with what it is. */
export interface Told {
  readonly label: string;
  readonly words: string;
}

/** Facts that are ids, by what they stand for. */
function namedFact(key: string, value: unknown, shown: ShownCase): string | null {
  if (key === 'jointWith') return Array.isArray(value) ? `另${value.length}件，共用一份文书` : null;
  const id = textOf(value);
  switch (key) {
    case 'letterId':
      return sentLetters(shown).find(({ letterId }) => letterId === id)?.title ?? null;
    case 'otherId':
      return shown.links.find(({ applicationId }) => applicationId === id)?.registrationNumber ?? null;
    case 'consultationId':
      return `第${placeOf('sendConsultation', id, shown)}次征求意见`;
    case 'assistanceId':
      return `第${placeOf('requestAssistance', id, shown)}份`;
    default:
      return null;
  }
}

/** What an event says of itself, in the words of its form. */
export function eventFacts(event: CaseEvent, shown: ShownCase): readonly Told[] {
  const type = actOf(event);
  if (type === null) return [];
  const facts = ACT_FIELDS[type].flatMap((field) => {
    const value = event.facts[field.key];
    const words = value === undefined ? null : (factText(field, value) ?? namedFact(field.key, value, shown));
    return words === null ? [] : [{ label: field.label, words }];
  });
  return event.facts['isLate'] === true
    ? [...facts, { label: '注意', words: '超过7个工作日才告知，原答复期限另行显示' }]
    : facts;
}

/** The fields of the letter that went with an event, or that it drafted. */
function letterFields({ facts }: CaseEvent, { letters }: ShownCase): readonly LetterField[] {
  const outcome = OUTCOME_IDS.find((id) => id === facts['outcome']);
  const sent = letters.find(({ letterId }) => letterId === facts['letterId'])?.kind ?? '';
  const kind = outcome === undefined ? sent : replyLetterOf(outcome);
  return isLetterKind(kind) ? LETTER_KINDS[kind].templates.flatMap(({ fields }) => fields) : [];
}

const NUMBER: ReadonlySet<string> = new Set(['letter.documentNumber', 'letter.noticeNumber']);

/** What was written with an event; nothing for who may not see it. */
export function eventTexts(event: CaseEvent, shown: ShownCase): readonly Told[] {
  const type = actOf(event);
  if (type === null || event.texts === null) return [];
  const fields = letterFields(event, shown);
  return Object.entries(event.texts).flatMap(([key, words]) => {
    // The letter itself bears its number.
    if (NUMBER.has(key)) return [];
    const field = fields.find((one) => `${LETTER_TEXT}${one.key}` === key);
    const label = ACT_TEXTS[type][key]?.title ?? field?.label ?? key;
    return [{ label, words: field?.kind === 'choice' ? chosen(field.options, words) : words }];
  });
}

const chosen = (options: Readonly<Record<string, string>>, ids: string): string =>
  ids
    .split(',')
    .map((id) => options[id] ?? id)
    .join('、');
