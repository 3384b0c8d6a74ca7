import type { Claim, ClaimKind, Role } from './claim.ts';
import { type Before, phraseOf } from './clause.ts';
import type { NumberLexeme } from './lexer.ts';
import type { Forms, Reading } from './readings.ts';
import type { Sentence } from './sentences.ts';

export interface Meaning {
  readonly role: Role;
  readonly claim?: Claim;
}

/** A number with its surroundings. */
export interface NumberInText {
  readonly sentence: Sentence;
  readonly before: Before;
  readonly number: NumberLexeme;
  /** 申请 follows: “收到75件政府信息公开申请”. */
  readonly applicationBehind: boolean;
  readonly forms: Forms;
  readonly reportYear: number | null;
}

export const UNKNOWN: Meaning = { role: 'unknown' };
export const PARTIAL: Meaning = { role: 'partial' };

type ClaimDetails = Partial<Pick<Claim, 'soft' | 'rows' | 'kinds'>>;

export function claimOf(
  kind: ClaimKind,
  text: NumberInText,
  readings: readonly Reading[],
  details: ClaimDetails = {},
): Meaning {
  if (readings.length === 0 || readings.some(({ plus }) => plus.length === 0)) return UNKNOWN;
  const { number, measure, text: printed } = text.number;
  const phrase = phraseOf(text.sentence.folded, text.before, text.number);
  return {
    role: 'claim',
    claim: { kind, phrase, printed, number, measure, readings, soft: false, rows: [], kinds: [], ...details },
  };
}
