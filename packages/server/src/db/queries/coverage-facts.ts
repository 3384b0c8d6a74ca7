import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

const array = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`;

/** A document or an edition of it, filed under an item of the standard catalogue. */
export interface ItemDocumentRow {
  readonly organ_id: string;
  readonly document_id: string;
  readonly item_id: string;
  /** The day of an edition that is or was public; `null` of a document that never was. */
  readonly published_on: string | null;
  readonly due_on: string | null;
}

/**
 * What organs published of their items: each edition counts, because what comes round is often the next edition of the
 * same document; one that was withdrawn does not. And documents under way, with their last days.
 */
export async function itemDocuments(
  database: Kysely<Schema>,
  organIds: readonly string[],
  now: Date,
): Promise<readonly ItemDocumentRow[]> {
  const { rows } = await sql<ItemDocumentRow>`
    select e.organ_id, e.document_id, e.catalog_item_id as item_id,
      (e.visible_from at time zone 'Asia/Shanghai')::date as published_on, null::date as due_on
    from document_edition e
    where e.organ_id = ${array(organIds)} and e.catalog_item_id is not null and e.cancelled_at is null
      and e.ended_at is null and e.visible_from <= ${now}
    union all
    select d.organ_id, d.document_id, d.catalog_item_id, null::date, d.due_on
    from document d
    where d.organ_id = ${array(organIds)} and d.catalog_item_id is not null and d.first_published_at is null
      and d.status not in ('discarded', 'filed')
      and d.disclosure_class is distinct from 'withheld' and d.disclosure_class is distinct from 'onApplication'`.execute(
    database,
  );
  return rows;
}

export interface StatementRow {
  readonly organ_id: string;
  readonly statement_id: string;
  readonly year: number;
  readonly item_id: string | null;
  readonly catalog_code: string | null;
  readonly reason: string;
  readonly stated_at: Date;
  readonly stated_by_name: string;
}

/** Statements of organs that nothing was made, which they have not taken back. */
export async function statementsOf(
  database: Kysely<Schema>,
  organIds: readonly string[],
): Promise<readonly StatementRow[]> {
  return await database
    .selectFrom('nothing_produced')
    .innerJoin('account', 'account.account_id', 'nothing_produced.stated_by')
    .select([
      'organ_id',
      'statement_id',
      'year',
      'item_id',
      'catalog_code',
      'reason',
      'stated_at',
      'account.display_name as stated_by_name',
    ])
    .where('taken_back_at', 'is', null)
    .where(sql<boolean>`organ_id = ${array(organIds)}`)
    .execute();
}

export interface ColumnRow {
  readonly organ_id: string;
  readonly catalog_code: string;
  readonly documents: number;
  readonly last_published_on: string;
}

/** What is public under each item of 条例20, 21. */
export async function publicColumns(
  database: Kysely<Schema>,
  organIds: readonly string[],
  now: Date,
): Promise<readonly ColumnRow[]> {
  const { rows } = await sql<ColumnRow>`
    select organ_id, catalog_code, count(*)::int as documents,
      max((visible_from at time zone 'Asia/Shanghai')::date) as last_published_on
    from (
      select distinct on (e.region_id, e.document_id) e.organ_id, e.catalog_code, e.visible_from, e.ended_at
      from document_edition e
      where e.organ_id = ${array(organIds)} and e.cancelled_at is null and e.visible_from <= ${now}
      order by e.region_id, e.document_id, e.edition desc) shown
    where ended_at is null
    group by organ_id, catalog_code`.execute(database);
  return rows;
}

/** Organs that entered how they are reached. */
export async function organsWithContact(
  database: Kysely<Schema>,
  organIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('organ_contact')
    .select('organ_id')
    .where('organ_id', 'in', [...organIds])
    .where((row) => row.or([row('address', 'is not', null), row('phone', 'is not', null)]))
    .execute();
  return new Set(rows.map(({ organ_id }) => organ_id));
}

/** Documents of organs that are past their last day and not public, whatever they are filed under. */
export async function overdueDocumentCounts(
  database: Kysely<Schema>,
  organIds: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ organ_id: string; count: number }>`
    select organ_id, count(*)::int as count from document
    where organ_id = ${array(organIds)} and first_published_at is null and due_on < ${today}::date
      and status not in ('discarded', 'filed')
    group by organ_id`.execute(database);
  return new Map(rows.map(({ organ_id, count }) => [organ_id, count]));
}
