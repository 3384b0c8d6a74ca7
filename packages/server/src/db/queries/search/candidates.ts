import { addDays, startOfDay } from '@zhaoshi/domain/kernel/civil-date';
import { markOfMonth } from '@zhaoshi/domain/search/grams';
import { type MonthNumber, startOfMonth } from '@zhaoshi/domain/search/months';
import type { SearchFilter } from '@zhaoshi/domain/search/question';
import { type RawBuilder, sql, type Transaction } from 'kysely';

/** The last entry of the page before; what comes next stands after it. */
export interface SearchPosition {
  readonly publishedAt: Date;
  readonly entryId: string;
}

/** A stretch of time, in which the index looks only at what was published then. */
export interface Window {
  /** The first month; `null`: from the beginning. */
  readonly since: MonthNumber | null;
  /** The last month; `null`: until now. */
  readonly until: MonthNumber | null;
}

export interface CandidateKey {
  readonly region_id: string;
  readonly entry_id: string;
  readonly published_at: Date;
}

export interface Candidate extends CandidateKey {
  readonly title: string;
}

/** Things that the index takes for hits; their texts are not compared yet. */
export interface Candidates {
  readonly keys: readonly Candidate[];
  /** How many the window holds, those that are not among the keys included; 0 when there are no keys. */
  readonly count: number;
}

type Condition = RawBuilder<boolean>;

const all = (conditions: readonly (Condition | null)[]): Condition => {
  const named = conditions.filter((condition) => condition !== null);
  return named.length === 0 ? sql`true` : sql`${sql.join(named, sql` and `)}`;
};

/** More marks of months than this cost more than they keep away. */
const MOST_MONTHS = 72;

function monthMarks({ since, until }: Window, newest: MonthNumber): Condition | null {
  if (since === null) return null;
  const length = (until ?? newest) - since + 1;
  if (length > MOST_MONTHS) return null;
  const marks = Array.from({ length: Math.max(length, 0) }, (_, index) => markOfMonth(since + index));
  return sql`grams && ${marks}::integer[]`;
}

const isIn = ({ since, until }: Window, { from, to, after, until: last }: SearchFilter): Condition =>
  all([
    since === null ? null : sql`published_at >= ${startOfMonth(since)}`,
    until === null ? null : sql`published_at < ${startOfMonth(until + 1)}`,
    from === undefined ? null : sql`published_at >= ${startOfDay(from)}`,
    to === undefined ? null : sql`published_at < ${startOfDay(addDays(to, 1))}`,
    after === undefined ? null : sql`published_at > ${after}`,
    last === undefined ? null : sql`published_at <= ${last}`,
  ]);

/** Marks of facets may be shared by chance; what they mean is compared as well. */
const isFacet = ({ regionId, organId, genre, category, validity, year }: SearchFilter): Condition =>
  all([
    regionId === undefined ? null : sql`region_id = ${regionId}::uuid`,
    organId === undefined ? null : sql`organ_id = ${organId}::uuid`,
    genre === undefined ? null : sql`genre = ${genre}`,
    category === undefined ? null : sql`subject_category = ${category}`,
    validity === undefined ? null : sql`validity = ${validity}`,
    year === undefined ? null : sql`published_year = ${year}`,
  ]);

/** What the index is asked. */
export interface IndexQuestion {
  readonly grams: readonly number[];
  readonly filter: SearchFilter;
  /** The month of the newest entry there may be. */
  readonly newest: MonthNumber;
}

/**
 * Everything in a window that the index takes for a hit, as narrow rows. Only what the grams say is asked of the
 * table itself: given more, the planner would read it by another index and unpack the grams of each row.
 */
export function hitsIn({ grams, filter, newest }: IndexQuestion, window: Window): RawBuilder<unknown> {
  const marks = monthMarks(window, newest);
  return sql`with found as materialized (
      select region_id, entry_id, organ_id, genre, subject_category, validity, published_at, published_year,
        title
      from published.search_entry where grams @> ${grams}::integer[] ${marks === null ? sql`` : sql`and ${marks}`}
    ), hits as materialized (select * from found where ${all([isIn(window, filter), isFacet(filter)])})`;
}

const isAfter = (position: SearchPosition | null): Condition =>
  position === null
    ? sql`true`
    : sql`(published_at, entry_id) < (${position.publishedAt}::timestamptz, ${position.entryId}::uuid)`;

const ALWAYS: Window = { since: null, until: null };

/** The newest entries after a position whatever they hold: of a question that much of everything answers. */
export async function newestEntries<S>(
  transaction: Transaction<S>,
  filter: SearchFilter,
  position: SearchPosition | null,
  limit: number,
): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select region_id, entry_id, published_at, title from published.search_entry
    where ${all([isIn(ALWAYS, filter), isFacet(filter), isAfter(position)])}
    order by published_at desc, entry_id desc limit ${limit}`.execute(transaction);
  return rows;
}

/** The newest candidates of a window after a position. */
export async function candidatesIn<S>(
  transaction: Transaction<S>,
  question: IndexQuestion,
  window: Window,
  position: SearchPosition | null,
  limit: number,
): Promise<Candidates> {
  const { rows } = await sql<Candidate & { readonly count: number }>`${hitsIn(question, window)}
    select region_id, entry_id, published_at, title, (select count(*)::integer from hits) as count
    from hits where ${isAfter(position)} order by published_at desc, entry_id desc limit ${limit}`.execute(
    transaction,
  );
  return { keys: rows, count: rows[0]?.count ?? 0 };
}
