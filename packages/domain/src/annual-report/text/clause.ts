import type { Lexeme, NumberLexeme } from './lexer.ts';
import type { Category, Word } from './vocabulary.ts';

/** What stands before a number, back to the number before it. */
export interface Before {
  /** Every lexeme since the last number. */
  readonly segment: readonly Lexeme[];
  /** Those of the number's own clause. */
  readonly clause: readonly Lexeme[];
  /** The words that reach the number without anything unknown between. */
  readonly near: readonly WordLexeme[];
  /** True when nothing unknown stands in the clause at all. */
  readonly complete: boolean;
}

export type WordLexeme = Extract<Lexeme, { is: 'word' }>;

/** Characters that say nothing about which figure is meant. One class, so that the test is linear. */
export const FILLER_GAP =
  /^[的类等有为是各均已了并全部其“”"'‘’·案宗信息政府务公开数量情况内容本次该计后达量于]*$/;

const PASSED_OVER: ReadonlySet<Category> = new Set([
  'filler',
  'sum',
  'thisYear',
  'own',
  'list',
  'exhaustive',
]);

export function isWord(lexeme: Lexeme | undefined, category: Category): boolean {
  return lexeme?.is === 'word' && lexeme.word.category === category;
}

export function hasWord(lexemes: readonly Lexeme[], category: Category): boolean {
  return lexemes.some((lexeme) => isWord(lexeme, category));
}

export function wordsOf(words: readonly WordLexeme[], category: Category): readonly Word[] {
  return words.flatMap(({ word }) => (word.category === category ? word : []));
}

function isStop(lexeme: Lexeme, isLast: boolean): boolean {
  // “申请数量：75件”: a colon right before the number does not part it from its noun.
  return lexeme.is === 'stop' && !(isLast && lexeme.text === '：');
}

/** Reads the lexemes from `from` up to the number at `index`. */
export function readBefore(lexemes: readonly Lexeme[], from: number, index: number): Before {
  const segment = lexemes.slice(from, index);
  const near: WordLexeme[] = [];
  let complete = true;
  let clauseStart = segment.length;
  for (let at = segment.length - 1; at >= 0; at--) {
    const lexeme = segment[at];
    if (lexeme === undefined || isStop(lexeme, at === segment.length - 1)) break;
    clauseStart = at;
    const known =
      lexeme.is === 'gap'
        ? FILLER_GAP.test(lexeme.text)
        : !(lexeme.is === 'word' && lexeme.word.category === 'other');
    if (!known) complete = false;
    if (complete && lexeme.is === 'word' && !PASSED_OVER.has(lexeme.word.category)) near.unshift(lexeme);
  }
  return { segment, clause: segment.slice(clauseStart), near, complete };
}

/** Whether the noun 申请 follows the number: “收到75件政府信息公开申请”. */
export function applicationFollows(lexemes: readonly Lexeme[], index: number): boolean {
  for (const lexeme of lexemes.slice(index + 1, index + 4)) {
    if (isWord(lexeme, 'application')) return true;
    if (lexeme.is !== 'gap' || !FILLER_GAP.test(lexeme.text)) return false;
  }
  return false;
}

/** The words as printed from the first near word to the number. */
export function phraseOf(folded: string, before: Before, number: NumberLexeme): string {
  const first = before.near[0];
  return first === undefined
    ? ''
    : folded.slice(first.start, number.start).replace(/^[、和及与]+|[：、和及共的有为]+$/g, '');
}
