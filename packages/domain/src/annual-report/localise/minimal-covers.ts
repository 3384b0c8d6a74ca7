import type { Explanation } from './explanation.ts';

/** Beyond this much disagreement a table is a mess, and naming cells would be guessing. */
const MOST_FAILURES = 16;
const HIGHEST_COST = 4;
const MOST_STEPS = 10_000;

/** An explanation and whether nothing else explains its failures as cheaply. */
export interface Ranked<E extends Explanation> {
  readonly explanation: E;
  readonly unique: boolean;
}

/** Splits the failing equations into groups that no explanation joins, so that separate slips stay separate. */
function independentGroups(failing: readonly number[], explanations: readonly Explanation[]): number[][] {
  const groupOf = new Map(failing.map((equation) => [equation, new Set([equation])]));
  for (const { covers } of explanations) {
    const joined = new Set(covers.flatMap((equation) => Array.from(groupOf.get(equation) ?? [])));
    for (const equation of joined) groupOf.set(equation, joined);
  }
  return Array.from(new Set(groupOf.values()), (group) => Array.from(group));
}

/** Explanations by each failure they cover. */
function byFailure<E extends Explanation>(explanations: readonly E[]): ReadonlyMap<number, readonly E[]> {
  const index = new Map<number, E[]>();
  for (const explanation of explanations) {
    for (const equation of explanation.covers) {
      const there = index.get(equation);
      if (there === undefined) index.set(equation, [explanation]);
      else there.push(explanation);
    }
  }
  return index;
}

/** All cheapest sets of explanations that together cover each failure exactly once; `undefined`: too many. */
function cheapestCovers<E extends Explanation>(
  failures: readonly number[],
  explanations: readonly E[],
): readonly (readonly E[])[] | undefined {
  const index = byFailure(explanations);
  const choices = (equation: number) => index.get(equation) ?? [];
  // The failure with the fewest explanations first: dead ends show early.
  const order = failures.toSorted((a, b) => choices(a).length - choices(b).length);
  const covered = new Set<number>();
  const chosen: E[] = [];
  let best: E[][] = [];
  let bestCost = HIGHEST_COST;
  let steps = 0;
  const extend = (cost: number): void => {
    const next = order.find((equation) => !covered.has(equation));
    if (next === undefined) {
      if (cost < bestCost) best = [];
      bestCost = cost;
      best.push([...chosen]);
      return;
    }
    for (const explanation of choices(next)) {
      if (++steps > MOST_STEPS) return;
      const { covers } = explanation;
      if (cost + explanation.cost > bestCost || covers.some((equation) => covered.has(equation))) continue;
      for (const equation of covers) covered.add(equation);
      chosen.push(explanation);
      extend(cost + explanation.cost);
      chosen.pop();
      for (const equation of covers) covered.delete(equation);
    }
  };
  extend(0);
  return steps > MOST_STEPS ? undefined : best;
}

/**
 * The explanations that belong to a cheapest account of all failures of their group. Groups that cannot be
 * accounted for are left out.
 */
export function rankExplanations<E extends Explanation>(
  failing: readonly number[],
  explanations: readonly E[],
): readonly Ranked<E>[] {
  return independentGroups(failing, explanations).flatMap((failures) => {
    const within = explanations.filter(({ covers }) =>
      covers.some((equation) => failures.includes(equation)),
    );
    const covers = failures.length > MOST_FAILURES ? undefined : cheapestCovers(failures, within);
    if (covers === undefined) return [];
    return within.flatMap((explanation): Ranked<E>[] => {
      const times = covers.filter((cover) => cover.includes(explanation)).length;
      return times === 0 ? [] : [{ explanation, unique: times === covers.length }];
    });
  });
}
