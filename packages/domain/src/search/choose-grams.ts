/**
 * Which grams of a question the index is asked for. One that stands in half of all entries is a list of half of all
 * entries to walk through; where rarer ones leave few candidates, comparing those is less work.
 */

import type { PlacedGram } from './grams.ts';

/** In how many entries the frequent grams stand, as a sample of the entries showed. */
export interface GramCounts {
  /** How many entries there were. */
  readonly entries: number;
  /** Of the frequent grams; one that is not among them is rare. */
  readonly of: ReadonlyMap<number, number>;
}

/** A gram in so small a share of the entries is not counted: a sample shows too few of it. */
export const LEAST_SHARE = 0.001;

export interface ChosenGrams {
  readonly grams: readonly number[];
  /** How many entries are likely to have the chosen ones; infinite when nothing is known. */
  readonly candidates: number;
  /** How many can have them at most. */
  readonly most: number;
  /** Which share of the entries is likely to have all of the question; 0 when nothing is known. */
  readonly share: number;
}

/** What comparing a candidate takes: of the place “title” its row alone is read, else its text in addition. */
export interface Comparing {
  readonly readsTexts: boolean;
  /** Hits that are wanted; the search ends with them. */
  readonly wanted: number;
}

/** Microseconds, as measured with a million entries in memory: only how they stand to each other matters. */
const OF_ENTRY_IN_LIST = 0.005;
const OF_LIST = 30;
const OF_ROW = 5;
const OF_TEXT = 120;

/** So many candidates are found and put in order at once; more are looked for month by month. */
export const FEW_CANDIDATES = 3000;

/** More rare grams than these find nothing less. */
const MOST_RARE = 6;

/** Each is a descent of the index; more of them find nothing less. */
const MOST_GRAMS = 48;

function someOf(grams: readonly number[]): readonly number[] {
  const step = Math.ceil(grams.length / MOST_GRAMS);
  return grams.filter((_, index) => index % step === 0);
}

interface Gram extends PlacedGram {
  readonly group: number;
  readonly share: number;
}

/** Grams with so many characters in common say nearly the same. */
const SAME_CHARACTERS = 2;

/**
 * The share of those that have the others which has this one as well. Words stand by chance beside each other, but grams
 * of one word come together: each leaves out less than its own share says, the less the more the others say of it.
 */
function shareBeside({ group, from, to, share }: Gram, others: readonly Gram[]): number {
  const own = others.filter((other) => other.group === group);
  if (own.length === 0) return share;
  const same = own.filter((other) => Math.min(to, other.to) - Math.max(from, other.from) >= SAME_CHARACTERS);
  return share ** (0.5 ** (1 + same.length));
}

/** @param grams the rarest first */
const shareOf = (grams: readonly Gram[]): number =>
  grams.reduce((share, gram, index) => share * shareBeside(gram, grams.slice(0, index)), 1);

/** The same where the grams of a word always come together. */
const greatestShareOf = (grams: readonly Gram[]): number =>
  [...Map.groupBy(grams, ({ group }) => group).values()].reduce(
    (share, [rarest]) => share * (rarest?.share ?? 1),
    1,
  );

function work(candidates: number, hits: number, { readsTexts, wanted }: Comparing): number {
  const texts = Math.min(candidates, wanted * Math.max(1, candidates / hits));
  return candidates * OF_ROW + (readsTexts ? texts * OF_TEXT : 0);
}

/** The rare ones, and each further one that leaves out more than its list costs: whether chance or words put them together. */
function chooseRare(grams: readonly Gram[], entries: number, comparing: Comparing): readonly Gram[] {
  const hits = entries * shareOf(grams);
  const workOf = (asked: readonly Gram[]): number =>
    work(entries * shareOf(asked), hits, comparing) + work(entries * greatestShareOf(asked), hits, comparing);
  const chosen: Gram[] = [];
  for (const gram of grams) {
    const isRare = gram.share < LEAST_SHARE && chosen.length < MOST_RARE;
    const saved = workOf(chosen) - workOf([...chosen, gram]);
    if (chosen.length > 0 && !isRare && saved < OF_LIST + entries * gram.share * OF_ENTRY_IN_LIST) continue;
    chosen.push(gram);
  }
  return chosen;
}

/**
 * @param groups the grams of each word and the mark of each facet; every one of them must be there
 * @param counts `null` when no sample was taken: then all are asked for
 */
export function chooseGrams(
  groups: readonly (readonly PlacedGram[])[],
  counts: GramCounts | null,
  comparing: Comparing,
): ChosenGrams {
  const all = [...new Set(groups.flat().map(({ gram }) => gram))];
  if (counts === null || counts.entries === 0) {
    const unknown = Number.POSITIVE_INFINITY;
    return { grams: someOf(all), candidates: unknown, most: unknown, share: 0 };
  }
  const { entries, of } = counts;
  const grams: readonly Gram[] = groups
    .flatMap((group, index) =>
      group.map((placed) => {
        const known = of.get(placed.gram);
        return { ...placed, group: index, share: known === undefined ? LEAST_SHARE / 2 : known / entries };
      }),
    )
    .toSorted((a, b) => a.share - b.share);
  const share = shareOf(grams);
  const most = entries * (grams[0]?.share ?? 1);
  // Frequent together: looked for month by month, where each list is short.
  if (entries * share > FEW_CANDIDATES)
    return { grams: someOf(all), candidates: entries * share, most, share };
  const chosen = chooseRare(grams, entries, comparing);
  return {
    grams: [...new Set(chosen.map(({ gram }) => gram))],
    candidates: entries * shareOf(chosen),
    most,
    share,
  };
}
