import type { CivilDate } from '../../kernel/civil-date.ts';
import { bigramNumbers, foldForSearch } from '../../search/fold.ts';
import { REEVALUATION_TRIGGERS, type ReevaluationTrigger } from './reevaluation.ts';

/** Shorter titles ("通知") stand in everything. */
const LEAST_TITLE = 8;

/** Share of a title's pairs of characters, in percent, that what was asked for must hold to be about it. */
const ALIKE = 70;

/**
 * Whether what was withheld as deliberative papers (条例16¶2) may belong to the decision that a document now publishes:
 * most of its title stands in what was asked for. The machine only brings the review forward; a person decides.
 */
export function mayBeDecisionOf(withheld: string, title: string): boolean {
  const folded = foldForSearch(title);
  if (Array.from(folded).length < LEAST_TITLE) return false;
  const pairs = bigramNumbers(folded);
  const held = new Set(bigramNumbers(foldForSearch(withheld)));
  return pairs.length > 0 && pairs.filter((pair) => held.has(pair)).length * 100 >= ALIKE * pairs.length;
}

/** Whether a reason for withholding names a document that no longer stands as it did, by its number or its title. */
export function reliesOn(
  reason: string,
  { documentNumber, title }: { readonly documentNumber: string; readonly title: string },
): boolean {
  const folded = foldForSearch(reason);
  const isNamed = (name: string): boolean => name !== '' && folded.includes(foldForSearch(name));
  return isNamed(documentNumber) || (Array.from(title).length >= LEAST_TITLE && isNamed(title));
}

/** What happened, as a person states it. */
export interface StatedTrigger {
  readonly kind: ReevaluationTrigger;
  readonly on: CivilDate;
  readonly words: string;
}

/** Everything against stating it, in Chinese; only the end of a secrecy period is known ahead. */
export function refuseTrigger(
  { kind, on, words }: StatedTrigger,
  withheldOn: CivilDate,
  today: CivilDate,
): readonly string[] {
  return [
    ...(words.trim() === '' ? ['请写明发生了什么变化、依据是什么。'] : []),
    ...(on < withheldOn ? [`日期不能早于定为不予公开的日期（${withheldOn}）。`] : []),
    ...(kind !== 'secrecyPeriodEnded' && on > today
      ? [`“${REEVALUATION_TRIGGERS[kind]}”的日期不能晚于今天（${today}）。`]
      : []),
  ];
}
