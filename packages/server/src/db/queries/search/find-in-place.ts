import { type ChosenGrams, chooseGrams, FEW_CANDIDATES } from '@zhaoshi/domain/search/choose-grams';
import { monthAt } from '@zhaoshi/domain/search/months';
import { gramGroups, mayStandAt, type Place, placeOf } from '@zhaoshi/domain/search/question';
import {
  type Candidate,
  type Candidates,
  candidatesIn,
  type IndexQuestion,
  newestEntries,
  type SearchPosition,
  type Window,
} from './candidates.ts';
import { entriesOf, type FoundEntry, textsOf } from './entries.ts';
import type { Search } from './prepare-search.ts';

/** Candidates read at once, which are short, and at most when a round of them was not enough. */
const FIRST_CANDIDATES = 400;
const MOST_CANDIDATES = 20_000;
/** Texts read at once. */
const MOST_TEXTS = 200;
/** Months of the windows one after another; the last holds all that is left. */
const WINDOWS = [2, 12, 60];
/** A hit that was not wanted any more is cheaper than another statement. */
const SPARE = 3;

interface Progress {
  readonly hits: FoundEntry[];
  position: SearchPosition | null;
  isCut: boolean;
}

/** A question at one place. */
interface Looking<S> {
  readonly search: Search<S>;
  readonly place: Place;
  readonly chosen: ChosenGrams;
  readonly wanted: number;
  readonly progress: Progress;
}

const isOver = <S>({ progress, wanted }: Looking<S>): boolean =>
  progress.hits.length >= wanted || progress.isCut;

/** Compares the texts of candidates, a few at first, until there are as many hits as are wanted. */
async function compare<S>(looking: Looking<S>, candidates: readonly Candidate[]): Promise<void> {
  const { search, place, progress, wanted } = looking;
  const { transaction, question, until } = search;
  const keys = candidates.filter(({ title }) => mayStandAt(question, place, title));
  let size = wanted + SPARE;
  for (let start = 0; start < keys.length && !isOver(looking); ) {
    if (performance.now() > until) {
      progress.isCut = true;
      return;
    }
    const entries = await entriesOf(transaction, keys.slice(start, start + size));
    progress.hits.push(...entries.filter((entry) => placeOf(question, textsOf(entry)) === place));
    start += size;
    size = Math.min(size * 2, MOST_TEXTS);
  }
  const last = candidates.at(-1);
  if (last !== undefined) progress.position = { publishedAt: last.published_at, entryId: last.entry_id };
}

/** What is read one after another without the index: narrow rows for titles, whole texts else. */
const MOST_WALKED: Readonly<Record<Place, number>> = { number: 0, title: 500, text: 120 };

/**
 * Reads the newest entries themselves, when so many answer the question that these fill the page.
 *
 * @returns whether nothing is left to look through
 */
async function walk<S>(looking: Looking<S>): Promise<boolean> {
  const { search, place, chosen, wanted, progress } = looking;
  const length = Math.ceil((1.3 * (wanted + SPARE)) / chosen.share);
  if (length > MOST_WALKED[place]) return false;
  const { transaction, question } = search;
  const newest = await newestEntries(transaction, question.filter, progress.position, length);
  await compare(looking, newest);
  return newest.length < length || isOver(looking);
}

/** How many candidates a month is likely to hold; 0 when nothing is known. */
const monthly = <S>({ search: { counts, span }, chosen }: Looking<S>): number =>
  counts === null ? 0 : (counts.entries * chosen.share) / (span.newest - span.oldest + 1);

/** How many months back the first window goes; `null`: to the beginning. */
function firstMonths<S>(looking: Looking<S>): number | null {
  const { place, chosen, wanted } = looking;
  // A whole number is soon found wherever it stands.
  if (place === 'number') return null;
  // Grams that come together more often than by chance are more candidates than was likely.
  if (chosen.most <= FEW_CANDIDATES) return null;
  const [usual = 1] = WINDOWS;
  return monthly(looking) > 2 * wanted ? 1 : usual;
}

/**
 * The window after one that held `count` candidates: as wide as they make likely, all that is left when few are.
 * What stands in one time and not in another must not make it too wide.
 */
function nextWindow<S>(looking: Looking<S>, window: Window, count: number, step: number): Window | null {
  const { span } = looking.search;
  const { since } = window;
  if (since === null || since <= span.oldest) return null;
  const until = since - 1;
  const length = (window.until ?? span.newest) - since + 1;
  const expected = Math.max(count / length, monthly(looking));
  const rest = until - span.oldest + 1;
  if (expected * rest <= FEW_CANDIDATES) return { until, since: null };
  const months = Math.min(WINDOWS[step] ?? rest, Math.max(1, Math.floor(FEW_CANDIDATES / expected)));
  return { until, since: months >= rest ? null : until - months + 1 };
}

/** Asks the index window by window, from the position on. */
async function lookThrough<S>(looking: Looking<S>): Promise<void> {
  const { search, chosen, progress } = looking;
  const { transaction, question, span, until } = search;
  const index: IndexQuestion = { grams: chosen.grams, filter: question.filter, newest: span.newest };
  const { position } = progress;
  const first = position === null ? span.newest : monthAt(position.publishedAt);
  const months = firstMonths(looking);
  let window: Window | null = {
    since: months === null ? null : first - months + 1,
    until: position === null ? null : first,
  };
  let limit = FIRST_CANDIDATES;
  for (let step = 1; window !== null; ) {
    const { keys, count }: Candidates = await candidatesIn(
      transaction,
      index,
      window,
      progress.position,
      limit,
    );
    await compare(looking, keys);
    progress.isCut ||= performance.now() > until;
    if (isOver(looking)) return;
    if (keys.length === limit) {
      limit = Math.min(limit * 5, MOST_CANDIDATES);
      continue;
    }
    window = nextWindow(looking, window, count, step);
    step += 1;
  }
}

/**
 * The newest things that answer a question at one place, after a position. Looks through the newest months first:
 * whatever is frequent fills a page from them, and whatever is not is soon found in all the rest.
 */
export async function findInPlace<S>(
  search: Search<S>,
  place: Place,
  after: SearchPosition | null,
  wanted: number,
): Promise<{ readonly hits: readonly FoundEntry[]; readonly isCut: boolean }> {
  const progress: Progress = { hits: [], position: after, isCut: false };
  const groups = gramGroups(search.question, place);
  if (groups.length === 0) return progress;
  const chosen = chooseGrams(groups, search.counts, { readsTexts: place === 'text', wanted });
  const looking: Looking<S> = { search, place, chosen, wanted, progress };
  const isDone = chosen.share > 0 && (await walk(looking));
  if (!isDone) await lookThrough(looking);
  return { hits: progress.hits.slice(0, wanted), isCut: progress.isCut };
}
