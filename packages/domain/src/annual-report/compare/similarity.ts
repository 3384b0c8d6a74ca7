/** Length of the character runs that are compared: long enough that common particles do not make texts alike. */
const GRAM = 3;
const CODE = 0x1_0000;

/** The character runs of a text, sorted, each as one number; made once a text where many are compared. */
export type TextProfile = Float64Array;

/**
 * What is compared: letters and digits only, full-width folded, and every number as one mark, because a text
 * copied from last year with this year's figures is still a copy (30号一（五） 年年雷同).
 */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/\p{N}+/gu, '0');
}

/** The profile of a text for `profileSimilarity`. */
export function textProfile(text: string): TextProfile {
  const clean = folded(text);
  const size = Math.max(0, clean.length - GRAM + 1);
  // A text shorter than one run is compared as a whole, padded with a character that no text holds.
  if (size === 0) {
    return clean === '' ? new Float64Array(0) : Float64Array.of(gramAt(clean.padEnd(GRAM, '\0'), 0));
  }
  const grams = new Float64Array(size);
  for (let index = 0; index < size; index++) grams[index] = gramAt(clean, index);
  return grams.sort();
}

function gramAt(text: string, index: number): number {
  return (text.charCodeAt(index) * CODE + text.charCodeAt(index + 1)) * CODE + text.charCodeAt(index + 2);
}

/** Share of common character runs, 0–100 with one decimal: 2 × common ÷ all, the same both ways round. */
export function profileSimilarity(a: TextProfile, b: TextProfile): number {
  if (a.length + b.length === 0) return 100;
  let common = 0;
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const difference = (a[left] ?? 0) - (b[right] ?? 0);
    if (difference === 0) common++;
    if (difference <= 0) left++;
    if (difference >= 0) right++;
  }
  return Math.round((2000 * common) / (a.length + b.length)) / 10;
}

/** How alike two texts are, 0–100: punctuation, spaces and the value of numbers do not count. */
export function similarityPercent(a: string, b: string): number {
  return a === b ? 100 : profileSimilarity(textProfile(a), textProfile(b));
}
