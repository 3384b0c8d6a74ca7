import { type MonthNumber, monthAt } from '@zhaoshi/domain/search/months';
import {
  gramsOfQuestion,
  type Place,
  placeOf,
  placeOfHead,
  type SearchQuestion,
} from '@zhaoshi/domain/search/question';
import type { Transaction } from 'kysely';
import {
  type Candidate,
  candidatesIn,
  type IndexQuestion,
  type SearchPosition,
  type Window,
} from './candidates.ts';
import { entriesOf, type FoundEntry, headOf, textsOf } from './entries.ts';

/** The time of publication of everything there is, in months. */
export interface Span {
  readonly oldest: MonthNumber;
  readonly newest: MonthNumber;
}

export interface Search<S> {
  readonly transaction: Transaction<S>;
  readonly question: SearchQuestion;
  readonly span: Span;
  /** Gives up at this moment of `performance.now()`. */
  readonly until: number;
}

/** Candidates read at once, which are short, and at most when a round of them was not enough. */
const FIRST_CANDIDATES = 400;
const MOST_CANDIDATES = 20_000;
/** Texts read at once. */
const MOST_TEXTS = 200;
/** Months of the windows one after another; the last holds all that is left. */
const WINDOWS = [2, 12, 60];
/** So many candidates are found and put in order at once faster than in several windows. */
const FEW = 3000;

/** Whether a candidate can still stand at the place, as far as its title and numbers tell. */
const mayStandAt = (question: SearchQuestion, place: Place, candidate: Candidate): boolean =>
  (placeOfHead(question, headOf(candidate)) ?? 'text') === place;

const isHit = (question: SearchQuestion, place: Place, entry: FoundEntry): boolean =>
  placeOf(question, textsOf(entry)) === place;

interface Progress {
  readonly hits: FoundEntry[];
  position: SearchPosition | null;
  isCut: boolean;
}

/** Compares the texts of candidates, a few at first, until there are as many hits as are wanted. */
async function compare<S>(
  { transaction, question, until }: Search<S>,
  place: Place,
  candidates: readonly Candidate[],
  progress: Progress,
  wanted: number,
): Promise<void> {
  const keys = candidates.filter((candidate) => mayStandAt(question, place, candidate));
  let size = wanted + 3;
  for (let start = 0; start < keys.length && progress.hits.length < wanted; ) {
    if (performance.now() > until) {
      progress.isCut = true;
      return;
    }
    const entries = await entriesOf(transaction, keys.slice(start, start + size));
    progress.hits.push(...entries.filter((entry) => isHit(question, place, entry)));
    start += size;
    size = Math.min(size * 2, MOST_TEXTS);
  }
  const last = candidates.at(-1);
  if (last !== undefined) progress.position = { publishedAt: last.published_at, entryId: last.entry_id };
}

/** The window after one that held `count` candidates: as wide as they make likely, all that is left when few are. */
function nextWindow(window: Window, count: number, step: number, span: Span): Window | null {
  const { since } = window;
  if (since === null || since <= span.oldest) return null;
  const until = since - 1;
  const length = (window.until ?? span.newest) - since + 1;
  const likely = (count / length) * (until - span.oldest + 1);
  const months = WINDOWS[step];
  return { until, since: likely <= FEW || months === undefined ? null : until - months + 1 };
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
  const { transaction, question, span, until } = search;
  const progress: Progress = { hits: [], position: after, isCut: false };
  const grams = gramsOfQuestion(question, place);
  if (grams.length === 0) return progress;
  const index: IndexQuestion = { grams, filter: question.filter, newest: span.newest };
  const first = after === null ? span.newest : monthAt(after.publishedAt);
  let window: Window | null = {
    // A whole number is soon found wherever it stands.
    since: place === 'number' ? null : first - (WINDOWS[0] ?? 1) + 1,
    until: after === null ? null : first,
  };
  let limit = FIRST_CANDIDATES;
  for (let step = 1; window !== null; ) {
    const { keys, count } = await candidatesIn(transaction, index, window, progress.position, limit);
    await compare(search, place, keys, progress, wanted);
    progress.isCut ||= performance.now() > until;
    if (progress.hits.length >= wanted || progress.isCut) break;
    if (keys.length === limit) {
      limit = Math.min(limit * 5, MOST_CANDIDATES);
      continue;
    }
    window = nextWindow(window, count, step, span);
    step += 1;
  }
  return { hits: progress.hits.slice(0, wanted), isCut: progress.isCut };
}
