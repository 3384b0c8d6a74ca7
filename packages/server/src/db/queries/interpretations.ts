import { type DocumentStatus, STATUSES_ON_THE_WAY } from '@zhaoshi/domain/disclosure/document-status';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { DocumentIds } from './documents.ts';

export interface LinkedInterpretation {
  readonly documentId: string;
  readonly title: string;
  readonly status: DocumentStatus;
  readonly isPublic: boolean;
}

/**
 * What interprets a document, named by id or number: what of the region is public, and what the organ itself has on its way,
 * so that both can be signed and published together (publication.md §7).
 */
export async function linkedInterpretations(
  database: Kysely<Schema>,
  { regionId, documentId, organId }: DocumentIds & { readonly organId: string },
  documentNumber: string,
): Promise<readonly LinkedInterpretation[]> {
  const { rows } = await sql<LinkedInterpretation>`
    with linked as (
      select relation.document_id from document_relation relation
      join current_edition edition using (region_id, document_id, edition)
      where region_id = ${regionId}::uuid and edition.ended_at is null and relation.relation = 'interprets'
        and (relation.other_document_id = ${documentId}::uuid
          or (relation.other_number <> '' and relation.other_number = ${documentNumber}))
      union
      select document_id from document
      join document_draft draft using (region_id, document_id)
      cross join json_to_recordset(draft.content->'relations')
        as stated (relation text, "documentId" text, "documentNumber" text)
      where region_id = ${regionId}::uuid and document.organ_id = ${organId}::uuid
        and document.status = any(${[...STATUSES_ON_THE_WAY]}) and stated.relation = 'interprets'
        and (stated."documentId" = ${documentId}
          or (stated."documentNumber" <> '' and stated."documentNumber" = ${documentNumber}))
    )
    select document_id as "documentId", document.title, document.status,
      document.public_edition is not null as "isPublic"
    from document where region_id = ${regionId}::uuid and document_id in (select document_id from linked)
    order by document.updated_at, document_id`.execute(database);
  return rows;
}

/** From when on documents of the platform are public, in no order; `null` for one that is not, nor will be at a minute. */
export async function publicFrom(
  database: Kysely<Schema>,
  regionId: string,
  documentIds: readonly string[],
): Promise<readonly (Date | null)[]> {
  if (documentIds.length === 0) return [];
  const { rows } = await sql<{ readonly since: Date | null }>`
    select (select min(edition.visible_from) from document_edition edition
      where edition.region_id = ${regionId}::uuid and edition.document_id = wanted.document_id
        and edition.ended_at is null and edition.cancelled_at is null) as since
    from unnest(${[...documentIds]}::uuid[]) as wanted (document_id)`.execute(database);
  return rows.map(({ since }) => since);
}
