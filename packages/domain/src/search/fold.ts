/** How text is made comparable before it is searched: stored text and questions pass through the same function. */

/** Full-width and compatibility characters become plain ones (NFKC), capitals small, every kind of space one blank. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** The most words of a question that are looked for, and the characters of one that count. */
const MOST_TERMS = 5;
const LONGEST_TERM = 40;

/** The words of a question, folded; all of them must occur. */
export function searchTerms(query: string): readonly string[] {
  const words = foldForSearch(query)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => Array.from(word).slice(0, LONGEST_TERM).join(''));
  return [...new Set(words)].slice(0, MOST_TERMS);
}

const FACTOR = 0x1_0001;

/** Number of a pair of characters; pairs may share one, so what is found by it must be compared. */
export function bigramNumber(pair: string): number {
  const [first = '', second = ''] = pair;
  return ((first.codePointAt(0) ?? 0) * FACTOR + (second.codePointAt(0) ?? 0)) | 0;
}

/**
 * The numbers of all pairs of neighbouring characters in a folded text. Trigrams cannot find a word of two
 * characters, the most frequent length in Chinese; these can.
 */
export function bigramNumbers(folded: string): readonly number[] {
  const found = new Set<number>();
  let before = ' ';
  for (const character of folded) {
    if (before !== ' ' && character !== ' ') found.add(bigramNumber(before + character));
    before = character;
  }
  return [...found].toSorted((a, b) => a - b);
}
