import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import {
  frequencyOf,
  itemsOn,
  VILLAGE_ITEM_NAMES,
  type VillageItem,
  type VillageRules,
} from './village-items.ts';
import { periodBefore, periodOf, periodsUpTo, type VillagePeriod } from './village-period.ts';

/** What a village has posted, as far as it decides what is due. */
export interface PostedItem {
  readonly item: VillageItem;
  readonly periodFrom: CivilDate;
  readonly periodTo: CivilDate;
}

/** `posted`; `open`: time is left; `soon`: the last days of it; `missed`: the month or quarter is over without it. */
export type DueState = 'posted' | 'open' | 'soon' | 'missed';

export const DUE_STATES = {
  posted: '已公布',
  open: '待公布',
  soon: '即将到期',
  missed: '已逾期',
} as const satisfies Readonly<Record<DueState, string>>;

export interface DueItem {
  readonly item: VillageItem;
  readonly period: VillagePeriod;
  /** The last day of the month or quarter (村组法35: at least once in each), or the days after it that a setting gives. */
  readonly dueOn: CivilDate;
  readonly state: DueState;
}

/** So many days before the last one people are called on: our own choice, the law names none. */
export const SOON_DAYS = 7;

const MONTHS_OF_TWO_QUARTERS = 6;

interface DueContext extends VillageRules {
  readonly today: CivilDate;
  /**
   * The day of the village's first post here; `null`: it has none. What was published on the board alone before that
   * is not known here, and is not called missed.
   */
  readonly keptSince: CivilDate | null;
}

/** Once in each month or quarter: what is about a part of the quarter counts for it, a quarter never for its months. */
const isPosted = (posts: readonly PostedItem[], item: VillageItem, { from, to }: VillagePeriod): boolean =>
  posts.some((post) => post.item === item && from <= post.periodFrom && post.periodTo <= to);

function stateOf(isDone: boolean, dueOn: CivilDate, today: CivilDate): DueState {
  if (isDone) return 'posted';
  if (dueOn < today) return 'missed';
  return addDays(today, SOON_DAYS) >= dueOn ? 'soon' : 'open';
}

/**
 * The first day of which anything is due on a day: the quarter before. It is our own choice how far back a list of what is
 * missing goes; what is older may be posted all the same.
 */
export const dueSince = (today: CivilDate): CivilDate =>
  periodBefore('quarter', periodOf('quarter', today)).from;

/** The months or quarters of which something may be due, the oldest first. */
function periodsDue(frequency: 'month' | 'quarter', today: CivilDate): readonly VillagePeriod[] {
  const since = dueSince(today);
  return periodsUpTo(frequency, periodOf(frequency, today), MONTHS_OF_TWO_QUARTERS)
    .filter(({ from }) => from >= since)
    .toReversed();
}

/**
 * What a village has to publish in the month and the quarter of a day, and what of those before it has not: a post counts
 * for the month or quarter that it is about, however late it comes.
 */
export function dueItems(posts: readonly PostedItem[], context: DueContext): readonly DueItem[] {
  const { today, keptSince, daysAfterPeriod } = context;
  return VILLAGE_ITEM_NAMES.flatMap((item): DueItem[] => {
    const frequency = frequencyOf(item, context);
    if (frequency === 'atOnce') return [];
    return (
      periodsDue(frequency, today)
        // The law of its time says what a month or quarter owes, not that of today.
        .filter(({ to }) => itemsOn(to).includes(item))
        .map((period) => {
          const dueOn = addDays(period.to, daysAfterPeriod);
          return { item, period, dueOn, state: stateOf(isPosted(posts, item, period), dueOn, today) };
        })
        .filter(
          ({ period, state }) =>
            period.to >= today || (state !== 'posted' && keptSince !== null && keptSince <= period.to),
        )
    );
  });
}

/**
 * The period that a post of an item is about unless somebody says which: the oldest that waits, so that what comes late
 * counts where it was missed; the current one when none does; `null` when the item is due in none.
 */
export const usualPeriod = (
  item: VillageItem,
  due: readonly Pick<DueItem, 'item' | 'period' | 'state'>[],
): VillagePeriod | null => {
  const ofItem = due.filter((one) => one.item === item);
  return (ofItem.find(({ state }) => state !== 'posted') ?? ofItem.at(-1))?.period ?? null;
};

/** How bad it is, worst last: the light of an item is the worst of its periods. */
const WORSE: readonly DueState[] = ['posted', 'open', 'soon', 'missed'];

/** One state for each item: of this month or quarter, or that one before was missed. */
export const lightsOf = (due: readonly DueItem[]): ReadonlyMap<VillageItem, DueState> =>
  new Map(
    [...Map.groupBy(due, ({ item }) => item)].map(([item, all]) => [
      item,
      all.map(({ state }) => state).toSorted((one, other) => WORSE.indexOf(other) - WORSE.indexOf(one))[0] ??
        'open',
    ]),
  );

/** What still waits, the nearest day first. */
export const waitingItems = (due: readonly DueItem[]): readonly DueItem[] =>
  due.filter(({ state }) => state !== 'posted').toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
