/**
 * What the index of published things knows of each: an integer for every pair of neighbouring characters and for
 * each thing that results can be narrowed by. Two may share an integer, so what is found is compared afterwards.
 */
import type { MonthNumber } from './months.ts';
import { numberKey } from './published.ts';

/** Grams of the title alone stand beside those of everything. */
export type GramSpace = 'title' | 'text';

const SEEDS = { title: 0x2545_f491, text: 0x1b87_3593, mark: 0x3c6e_f372 } as const;

const mixed = (number: number, code: number): number => {
  const product = Math.imul(number ^ code, 0x9e37_79b1);
  return product ^ (product >>> 15);
};

/** Figures and Latin letters are few, so their pairs stand everywhere; three and four of them tell texts apart. */
const isPlain = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);

const BLANK = 0x20;
const LONGEST_GRAM = 4;

/** The grams that begin at a place and stay within the word, the shortest first: pairs, and longer ones with at most one sign that is not plain. */
function gramsAt(codes: readonly number[], at: number, seed: number): readonly number[] {
  const first = codes[at] ?? BLANK;
  if (first === BLANK) return [];
  const grams: number[] = [];
  let gram = mixed(seed, first);
  let others = isPlain(first) ? 0 : 1;
  for (let length = 2; length <= LONGEST_GRAM; length += 1) {
    const code = codes[at + length - 1] ?? BLANK;
    if (code === BLANK) break;
    gram = mixed(gram, code);
    if (!isPlain(code)) others += 1;
    if (length > 2 && others > 1) break;
    grams.push(gram);
  }
  return grams;
}

const codesOf = (folded: string): readonly number[] =>
  Array.from(folded, (character) => character.codePointAt(0) ?? BLANK);

/** Titles are short enough to know each character by itself: a word of one beside a frequent word is found by it. */
const singlesOf = (codes: readonly number[], space: GramSpace): readonly number[] =>
  space === 'title' ? codes.filter((code) => code !== BLANK).map((code) => mixed(SEEDS.title, code)) : [];

/** The grams of a folded text; those of every part of it (two characters or more, without blanks) are among them. */
export function gramsOf(folded: string, space: GramSpace): ReadonlySet<number> {
  const codes = codesOf(folded);
  const found = new Set(singlesOf(codes, space));
  for (let at = 0; at < codes.length; at += 1) {
    for (const gram of gramsAt(codes, at, SEEDS[space])) found.add(gram);
  }
  return found;
}

/** A gram with the characters of the word that it is of. */
export interface PlacedGram {
  readonly gram: number;
  readonly from: number;
  /** Behind the last one. */
  readonly to: number;
}

/** The grams that a text must have to hold a word: the longest, which the shorter ones within them add nothing to. */
export function gramsOfTerm(term: string, space: GramSpace): readonly PlacedGram[] {
  const codes = codesOf(term);
  if (codes.length === 1) return singlesOf(codes, space).map((gram) => ({ gram, from: 0, to: 1 }));
  const found: PlacedGram[] = [];
  let covered = 0;
  for (let at = 0; at < codes.length; at += 1) {
    const grams = gramsAt(codes, at, SEEDS[space]);
    const longest = grams.at(-1);
    const end = at + grams.length + 1;
    if (longest === undefined || end <= covered) continue;
    found.push({ gram: longest, from: at, to: end });
    covered = end;
  }
  return found;
}

/** What results can be narrowed by beside words. */
export type SearchFacet = 'region' | 'organ' | 'genre' | 'category' | 'validity' | 'year';

/** The integer of a value of a facet, of a number as a whole, or of a month of publication. */
export function markOf(kind: SearchFacet | 'number' | 'month', value: string): number {
  let mark = mixed(SEEDS.mark, kind.length);
  for (const character of `${kind}:${value}`) mark = mixed(mark, character.codePointAt(0) ?? 0);
  return mark;
}

/** The mark of a document number or an index number, however it is written. */
export const markOfNumber = (number: string): number => markOf('number', numberKey(number));

export const markOfMonth = (month: MonthNumber): number => markOf('month', String(month));
