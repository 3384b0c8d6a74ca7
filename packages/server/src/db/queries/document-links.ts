import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { editionsWithText, isPublicNow } from './public-editions.ts';

/** Public editions whose links nobody has taken in yet, the oldest first. */
export const editionsWithoutLinks = async (database: Kysely<Schema>, limit: number) =>
  await editionsWithText(database)
    .where(isPublicNow)
    .where(
      sql<boolean>`not exists (select from link_edition seen where seen.region_id = edition.region_id
        and seen.document_id = edition.document_id and seen.edition = edition.edition)`,
    )
    .orderBy('edition.visible_from')
    .orderBy('edition.document_id')
    .limit(limit)
    .execute();

/** Takes out links of editions that are not public any more; whoever publishes one again asks anew. */
export async function forgetOldLinks(database: Kysely<Schema>): Promise<void> {
  await sql`delete from document_link link using document_edition edition
    where edition.region_id = link.region_id and edition.document_id = link.document_id
      and edition.edition = link.edition and not (${isPublicNow})`.execute(database);
}

export interface DueLink {
  readonly address: string;
  readonly failures: number;
  readonly dead_since: Date | null;
}

/** Addresses that are to be asked, each once wherever it stands, those that wait longest first. */
export async function dueLinks(
  database: Kysely<Schema>,
  now: Date,
  limit: number,
): Promise<readonly DueLink[]> {
  const { rows } = await sql<DueLink>`
    select address, max(failures)::int as failures, min(dead_since) as dead_since from document_link
    where check_at <= ${now} group by address order by min(check_at), address limit ${limit}`.execute(
    database,
  );
  return rows;
}

export interface DeadLinksRow {
  readonly organ_id: string;
  readonly region_id: string;
  readonly document_id: string;
  readonly links: number;
  readonly dead_since: Date;
}

/** Public documents of organs with links that are dead, and since when the first of them. */
export async function documentsWithDeadLinks(
  database: Kysely<Schema>,
  organIds: readonly string[],
): Promise<readonly DeadLinksRow[]> {
  const { rows } = await sql<DeadLinksRow>`
    select edition.organ_id, edition.region_id, edition.document_id, count(*)::int as links,
      min(link.dead_since) as dead_since
    from document_link link
    join document_edition edition on edition.region_id = link.region_id
      and edition.document_id = link.document_id and edition.edition = link.edition
    where edition.organ_id = any(${[...organIds]}::uuid[]) and link.dead_since is not null and ${isPublicNow}
    group by edition.organ_id, edition.region_id, edition.document_id
    order by min(link.dead_since), edition.document_id`.execute(database);
  return rows;
}

/** Addresses in a document that did not answer. */
export async function deadLinksOf(
  database: Kysely<Schema>,
  { regionId, documentId }: { readonly regionId: string; readonly documentId: string },
): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('document_link')
    .select('address')
    .where('region_id', '=', regionId)
    .where('document_id', '=', documentId)
    .where('dead_since', 'is not', null)
    .execute();
  return new Set(rows.map(({ address }) => address));
}
