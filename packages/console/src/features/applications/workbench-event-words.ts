import { ACT_TEXTS } from '@zhaoshi/domain/application/act-texts';
import { ACT_FIELDS, factText } from './acts/act-fields.ts';
import { letterFieldsOf } from './acts/act-letter.ts';
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
  const id = textOf(value);
  switch (key) {
    case 'letterId':
      return sentLetters(shown).find(({ letterId }) => letterId === id)?.title ?? null;
    case 'otherId':
      return shown.links.find(({ applicationId }) => applicationId === id)?.registrationNumber ?? null;
    case 'consultationId':
      return `第${placeOf('sendConsultation', id, shown)}次`;
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

/** What was written with an event; nothing for who may not see it. */
export function eventTexts(event: CaseEvent): readonly Told[] {
  const type = actOf(event);
  if (type === null || event.texts === null) return [];
  const asked = ACT_TEXTS[type];
  const letter = letterFieldsOf(type, { ...event.facts, on: event.on });
  return Object.entries(event.texts).flatMap(([key, words]) => {
    const own = key.replace(/^letter\./, '');
    // What the letter took over from the words of the act stands there already.
    if (own !== key && (Object.hasOwn(asked, own) || Object.hasOwn(event.facts, own))) return [];
    const field = letter.find((one) => one.key === own);
    const label = asked[key]?.title ?? field?.label ?? key;
    return [{ label, words: field?.kind === 'choice' ? chosen(field.options, words) : words }];
  });
}

const chosen = (options: Readonly<Record<string, string>>, ids: string): string =>
  ids
    .split(',')
    .map((id) => options[id] ?? id)
    .join('、');
