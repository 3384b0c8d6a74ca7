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

/** Adds the grams that begin at a place and reach no farther than the word. */
function addGramsAt(found: Set<number>, codes: readonly number[], at: number, seed: number): void {
  const first = codes[at] ?? BLANK;
  if (first === BLANK) return;
  let gram = mixed(seed, first);
  let plain = isPlain(first);
  for (let length = 2; length <= LONGEST_GRAM; length += 1) {
    const code = codes[at + length - 1] ?? BLANK;
    if (code === BLANK) return;
    gram = mixed(gram, code);
    plain ||= isPlain(code);
    if (length === 2 || plain) found.add(gram);
  }
}

/** The grams of a folded text; those of every part of it (two characters or more, without blanks) are among them. */
export function gramsOf(folded: string, space: GramSpace): ReadonlySet<number> {
  const codes = Array.from(folded, (character) => character.codePointAt(0) ?? BLANK);
  const found = new Set<number>();
  for (let at = 0; at < codes.length; at += 1) addGramsAt(found, codes, at, SEEDS[space]);
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
