import { profileSimilarity, textProfile } from './similarity.ts';

/** Paragraphs less alike than this, in percent, are two paragraphs and not one that was changed. */
const LEAST_SIMILARITY = 30;
/** Beyond this many characters to compare, about a tenth of a second, paragraphs are not paired. */
const MOST_WORK = 20_000_000;

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.length + 1, 0);
}

/** Which removed paragraph became which added one, as pairs of indexes in order. */
export function pairParagraphs(
  removed: readonly string[],
  added: readonly string[],
): readonly (readonly [number, number])[] {
  const work = added.length * lengthOf(removed) + removed.length * lengthOf(added);
  if (work > MOST_WORK) return [];
  const left = removed.map(textProfile);
  const right = added.map(textProfile);
  const alike = left.map((a) => right.map((b) => profileSimilarity(a, b)));
  // best[i][j]: the greatest sum of similarities of pairs, in order, among removed from i on and added from j on.
  const best = Array.from({ length: removed.length + 1 }, () => new Float64Array(added.length + 1));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const paired = (i: number, j: number) => {
    const similarity = alike[i]?.[j] ?? 0;
    return similarity < LEAST_SIMILARITY ? -1 : similarity + at(i + 1, j + 1);
  };
  for (let i = removed.length - 1; i >= 0; i--) {
    const row = best[i];
    if (row === undefined) continue;
    for (let j = added.length - 1; j >= 0; j--) row[j] = Math.max(at(i + 1, j), at(i, j + 1), paired(i, j));
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < removed.length && j < added.length; ) {
    if (paired(i, j) >= 0 && paired(i, j) === at(i, j)) pairs.push([i++, j++]);
    else if (at(i + 1, j) === at(i, j)) i++;
    else j++;
  }
  return pairs;
}
