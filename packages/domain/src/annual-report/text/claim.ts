import type { ApplicantKind, RowId } from '../ids.ts';
import type { Lexeme, Measure, NumberLexeme } from './lexer.ts';
import type { ReadNumber } from './numerals.ts';
import type { Reading } from './readings.ts';
import type { Sentence } from './sentences.ts';

export type ClaimKind =
  | 'received'
  | 'byApplicant'
  | 'handled'
  | 'carried'
  | 'outcome'
  | 'reconsideration'
  | 'litigation'
  | 'tableTwo';

/** A number of the text that states a figure of the tables. */
export interface Claim {
  readonly kind: ClaimKind;
  /** The words that say which figure is meant, for example “予以公开及部分公开”. */
  readonly phrase: string;
  /** The number as printed, with its measure word. */
  readonly printed: string;
  readonly number: ReadNumber;
  readonly measure: Measure;
  readonly readings: readonly Reading[];
  /** The wording leaves open whether this is the organ's own figure (受理、备案 of disputes): a hint at most. */
  readonly soft: boolean;
  /** Rows and kinds named, for “其中” lists. */
  readonly rows: readonly RowId[];
  readonly kinds: readonly ApplicantKind[];
}

/**
 * What a number of a sentence is: `claim` of this year's tables · `otherYear` · `difference` (增加15件) ·
 * `partial`: a share that the tables do not show (by channel, by matter, of a quarter, of another organ) ·
 * `unknown`: nothing the tables hold, such as 主动公开信息207条.
 */
export type Role = 'claim' | 'otherYear' | 'difference' | 'partial' | 'unknown';

export interface Figure {
  /** Index of the number among the sentence's lexemes. */
  readonly index: number;
  readonly lexeme: NumberLexeme;
  readonly role: Role;
  readonly claim?: Claim;
}

/** A sentence whose numbers have been understood. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly lexemes: readonly Lexeme[];
  readonly figures: readonly Figure[];
}
