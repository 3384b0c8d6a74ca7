import type { ApplicantKind, FormVersion, RowId, TableThreeColumn } from '@zhaoshi/domain/annual-report/ids';
import type { MonthCount } from '@zhaoshi/domain/application/figures-by-month';
import type { OutcomeId } from '@zhaoshi/domain/application/outcome';
import { type FlowCount, meaningOf, type Period } from '@zhaoshi/domain/application/table-three';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';
import { reachedOrgan } from './reached-organ.ts';
import { allOf } from './register-conditions.ts';
import { registerRows } from './register-rows.ts';

/** Whose cases are counted, and when. */
export interface FiguresScope {
  /** Only organs that this person reaches; absent where the system itself counts for the organ's own report. */
  readonly viewer?: { readonly actor: Actor; readonly permission: Permission };
  /** Of the organ that is looked at. */
  readonly path: string;
  /** With all organs below it. */
  readonly below: boolean;
  /** Paths of others that are counted with it: of an office the government in whose name it reports. */
  readonly beside?: readonly string[];
  readonly period: Period;
}

/**
 * The organs that are counted. Materialised, so that the cases are found organ by organ in the index on their spans,
 * whatever is guessed about how many there are: the cost follows the cases of the period.
 */
function organsOf({ viewer, path, below, beside = [] }: FiguresScope): RawBuilder<unknown> {
  const place = below
    ? sql`organ.path like ${`${path}%`}`
    : sql`organ.path = any(${[path, ...beside]}::text[])`;
  const reached = viewer === undefined ? sql`true` : reachedOrgan(viewer.actor, viewer.permission);
  return sql`organs as materialized (
    select region_id, organ_id from organ where ${place} and ${reached})`;
}

/**
 * The cases that were open on some day of the period, as `flowOf` says it (@zhaoshi/domain/application/table-three):
 * received in it; received before and concluded in it; and open from before it to after it, which are few and which
 * the spans find. The first two stand whole in their indexes.
 */
const casesOf = ({ from, to }: Period): RawBuilder<unknown> => {
  const ofOrgan = sql`application.region_id = organs.region_id and application.organ_id = organs.organ_id`;
  const columns = sql`application_id, receipt_date, result_on, result_outcome, applicant_kind`;
  return sql`spanning as materialized (
    select region_id, organ_id, ${columns} from application
    where receipt_date is not null
      and application_span(receipt_date, result_on) @> daterange(${from}::date - 1, ${to}::date + 1, '[]')),
  cases as (
    select *,
      -- A withdrawal before the day of receipt counts on that day.
      greatest(receipt_date, result_on) as ended_on,
      result_on is not null and greatest(receipt_date, result_on) <= ${to}::date as is_over
    from (
      select organs.region_id, organs.organ_id, found.* from organs cross join lateral (
        select ${columns} from application where ${ofOrgan} and receipt_date between ${from}::date and ${to}::date
        union all
        select ${columns} from application
        where ${ofOrgan} and result_on between ${from}::date and ${to}::date and receipt_date < ${from}::date) as found
      union all
      select region_id, organ_id, ${columns} from spanning join organs using (region_id, organ_id)) as flowing)`;
};

/** How many organs are counted. */
export async function organsCounted(database: Kysely<Schema>, scope: FiguresScope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with ${organsOf(scope)} select count(*) as count from organs`.execute(database);
  return rows[0]?.count ?? 0;
}

interface FlowRow {
  readonly applicant_kind: ApplicantKind;
  readonly is_new: boolean;
  readonly outcome: OutcomeId | null;
  readonly count: number;
}

const flowColumns = ({ from }: Period): RawBuilder<unknown> => sql`
  applicant_kind, receipt_date >= ${from}::date as is_new,
  case when is_over then result_outcome end as outcome, count(*) as count`;

const flowCountOf = ({ applicant_kind, is_new, outcome, count }: FlowRow): FlowCount => ({
  applicantKind: applicant_kind,
  inflow: is_new ? 'newlyReceived' : 'carriedIn',
  outcome,
  count,
});

/** How many cases flow how through the period, for `addUpTableThree`. */
export async function countFlows(
  database: Kysely<Schema>,
  scope: FiguresScope,
): Promise<readonly FlowCount[]> {
  const { period } = scope;
  const { rows } = await sql<FlowRow>`
    with ${organsOf(scope)}, ${casesOf(period)}
    select ${flowColumns(period)} from cases group by 1, 2, 3`.execute(database);
  return rows.map(flowCountOf);
}

/** The same of many organs at once, each by its own id. */
export async function countFlowsOf(
  database: Kysely<Schema>,
  organs: readonly OrganIds[],
  period: Period,
): Promise<ReadonlyMap<string, readonly FlowCount[]>> {
  const { rows } = await sql<FlowRow & { readonly organ_id: string }>`
    with organs as materialized (
      select * from unnest(${organs.map(({ regionId }) => regionId)}::uuid[],
        ${organs.map(({ organId }) => organId)}::uuid[]) as organ (region_id, organ_id)), ${casesOf(period)}
    select organ_id, ${flowColumns(period)} from cases group by 1, 2, 3, 4`.execute(database);
  return new Map(
    [...Map.groupBy(rows, ({ organ_id }) => organ_id)].map(([id, own]) => [id, own.map(flowCountOf)]),
  );
}

/** A case with its way through the period. */
export interface FlowCase extends Omit<FlowCount, 'count'> {
  readonly applicationId: string;
}

/** Every case that flows through the period; of an organ and a year, not of a nation. */
export async function casesOfFlows(
  database: Kysely<Schema>,
  scope: FiguresScope,
): Promise<readonly FlowCase[]> {
  const { period } = scope;
  const { rows } = await sql<{
    application_id: string;
    applicant_kind: ApplicantKind;
    is_new: boolean;
    outcome: OutcomeId | null;
  }>`
    with ${organsOf(scope)}, ${casesOf(period)}
    select application_id, applicant_kind, receipt_date >= ${period.from}::date as is_new,
      case when is_over then result_outcome end as outcome
    from cases`.execute(database);
  return rows.map(({ application_id, applicant_kind, is_new, outcome }) => ({
    applicationId: application_id,
    applicantKind: applicant_kind,
    inflow: is_new ? 'newlyReceived' : 'carriedIn',
    outcome,
  }));
}

/** Cases of the period that ended in it with one of some outcomes, with their registration numbers. */
export async function casesWithOutcomes(
  database: Kysely<Schema>,
  scope: FiguresScope,
  outcomes: readonly OutcomeId[],
) {
  const { rows } = await sql<{ region_id: string; application_id: string; registration_number: string }>`
    with ${organsOf(scope)}, ${casesOf(scope.period)},
    chosen as materialized (
      select region_id, application_id from cases
      where is_over and result_outcome = any(${outcomes}::text[]))
    select region_id, application_id, registration_number
    from chosen join application using (region_id, application_id)
    order by registration_number`.execute(database);
  return rows;
}

/** Cases received and results given, month by month. */
export async function countMonths(
  database: Kysely<Schema>,
  scope: FiguresScope,
): Promise<readonly MonthCount[]> {
  const { period } = scope;
  const { rows } = await sql<MonthCount>`
    with ${organsOf(scope)}, ${casesOf(period)}, kept as materialized (select * from cases)
    select to_char(receipt_date, 'YYYY-MM') as month, null as outcome, count(*) as count
    from kept where receipt_date >= ${period.from}::date group by 1
    union all
    select to_char(ended_on, 'YYYY-MM'), result_outcome, count(*)
    from kept where is_over group by 1, 2`.execute(database);
  return rows;
}

export interface CellListing extends FiguresScope {
  readonly row: RowId;
  readonly column: TableThreeColumn;
  readonly form: FormVersion;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const KEY = z.tuple([z.iso.date(), z.uuid()]);

/** Which of the period's cases a cell counts. */
function inCell({ row, column, form, period }: CellListing): RawBuilder<boolean>[] | null {
  const meaning = meaningOf(row, form);
  if (meaning === null) return null;
  const { inflow, ending } = meaning;
  const from = sql`${period.from}::date`;
  return [
    ...(inflow === 'newlyReceived' ? [sql<boolean>`receipt_date >= ${from}`] : []),
    ...(inflow === 'carriedIn' ? [sql<boolean>`receipt_date < ${from}`] : []),
    ...(ending === 'any' ? [] : [ending === 'open' ? sql<boolean>`not is_over` : sql<boolean>`is_over`]),
    ...(typeof ending === 'string' ? [] : [sql<boolean>`result_outcome = any(${ending}::text[])`]),
    ...(column === 'total' ? [] : [sql<boolean>`applicant_kind = ${column}`]),
  ];
}

/** A page of the cases behind a cell, the first received first; `null`: the form has no such row. */
export async function listCellCases(database: Kysely<Schema>, listing: CellListing) {
  const { period, cursor, limit } = listing;
  const conditions = inCell(listing);
  if (conditions === null) return null;
  const after = decodeCursor(cursor, KEY);
  if (after !== null) {
    conditions.push(sql<boolean>`(receipt_date, application_id) > (${after[0]}::date, ${after[1]}::uuid)`);
  }
  return await registerRows(database)
    .where(
      sql<boolean>`(application.region_id, application.application_id) in (
        with ${organsOf(listing)}, ${casesOf(period)}
        select region_id, application_id from cases
        where ${allOf([sql<boolean>`true`, ...conditions])}
        order by receipt_date, application_id limit ${sql.lit(limit + 1)})`,
    )
    .orderBy('application.receipt_date')
    .orderBy('application.application_id')
    .execute();
}
