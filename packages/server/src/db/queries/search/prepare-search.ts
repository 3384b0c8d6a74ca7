import type { GramCounts } from '@zhaoshi/domain/search/choose-grams';
import { type MonthNumber, monthAt } from '@zhaoshi/domain/search/months';
import { gramGroups, PLACES, type SearchQuestion } from '@zhaoshi/domain/search/question';
import { sql, type Transaction } from 'kysely';

/** The time of publication of everything there is, in months. */
export interface Span {
  readonly oldest: MonthNumber;
  readonly newest: MonthNumber;
}

/** A question with what its steps need. */
export interface Search<S> {
  readonly transaction: Transaction<S>;
  readonly question: SearchQuestion;
  readonly span: Span;
  /** `null` before the first sample was taken. */
  readonly counts: GramCounts | null;
  /** Gives up at this moment of `performance.now()`. */
  readonly until: number;
}

interface Prepared {
  readonly oldest: Date | null;
  readonly newest: Date | null;
  readonly entries: number | null;
  readonly grams: readonly number[];
  readonly counts: readonly number[];
}

/**
 * Everything that is asked before the search itself, in one statement: from the oldest to the newest entry, and how
 * frequent the grams of the question are.
 *
 * The planner knows nothing of grams, so it is told what is always right: through their index, in memory, and with the
 * pages that come next asked of the disk while one is read.
 *
 * @param longestMs after so long a statement is ended
 * @returns `null` when nothing is published
 */
export async function prepareSearch<S>(
  transaction: Transaction<S>,
  question: SearchQuestion,
  longestMs: number,
): Promise<Search<S> | null> {
  const until = performance.now() + longestMs;
  const grams = [
    ...new Set(PLACES.flatMap((place) => gramGroups(question, place).flat()).map(({ gram }) => gram)),
  ];
  const { rows } = await sql<Prepared>`
    with known as (select gram, entries from published.search_gram where gram = any(${grams}::integer[]))
    select set_config('statement_timeout', ${String(longestMs)}, true), set_config('enable_seqscan', 'off', true),
      set_config('work_mem', '32MB', true),
      -- Zero where the system cannot read ahead, and then nothing else is allowed.
      set_config('effective_io_concurrency', case current_setting('effective_io_concurrency') when '0' then '0' else '32' end, true),
      (select min(published_at) from published.search_entry) as oldest,
      (select max(published_at) from published.search_entry) as newest,
      (select entries from published.search_sample) as entries,
      array(select gram from known order by gram) as grams,
      array(select entries from known order by gram) as counts`.execute(transaction);
  const { oldest = null, newest = null, entries = null, grams: known = [], counts = [] } = rows[0] ?? {};
  if (oldest === null || newest === null) return null;
  return {
    transaction,
    question,
    span: { oldest: monthAt(oldest), newest: monthAt(newest) },
    counts:
      entries === null
        ? null
        : { entries, of: new Map(known.map((gram, index) => [gram, counts[index] ?? 0])) },
    until,
  };
}
