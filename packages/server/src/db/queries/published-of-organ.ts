import type { DocumentContent, DocumentRelation } from '@zhaoshi/domain/disclosure/document-content';
import type { DocumentKind } from '@zhaoshi/domain/disclosure/document-kind';
import { isInForceOn } from '@zhaoshi/domain/disclosure/validity/validity';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';

export interface PublicDocumentRow {
  readonly document_id: string;
  readonly kind: DocumentKind;
  readonly index_number: string;
  readonly title: string;
  readonly document_number: string;
  readonly abstract: string;
  readonly created_on: string;
  readonly published_on: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  /** What other public documents do to it. */
  readonly relations: readonly { readonly kind: DocumentRelation; readonly effectiveOn: CivilDate }[];
  /** JSON text. */
  readonly content: string;
}

export interface PublicListing {
  /** All where it is empty. */
  readonly kinds: readonly DocumentKind[];
  readonly publishedFrom?: string | undefined;
  readonly publishedTo?: string | undefined;
}

/** What is public of an organ at this moment, the last made first; with its text. */
export async function publicDocumentsOf(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  { kinds, publishedFrom, publishedTo }: PublicListing,
  now: Date,
): Promise<readonly PublicDocumentRow[]> {
  const { rows } = await sql<PublicDocumentRow>`
    with shown as (
      select distinct on (e.document_id) e.* from document_edition e
      where e.region_id = ${regionId} and e.organ_id = ${organId} and e.cancelled_at is null and e.visible_from <= ${now}
      order by e.document_id, e.edition desc)
    select e.document_id, e.kind, e.index_number, e.title, e.document_number, e.abstract, e.created_on,
      (e.visible_from at time zone 'Asia/Shanghai')::date as published_on, e.valid_from, e.valid_to, r.content,
      coalesce((select jsonb_agg(jsonb_build_object('kind', x.relation, 'effectiveOn', acting.effective_on))
        from document_relation x join current_edition acting using (region_id, document_id, edition)
        where x.region_id = e.region_id and acting.ended_at is null
          and (x.other_document_id = e.document_id or (x.other_document_id is null
            and x.other_number = e.document_number and e.document_number <> ''))), '[]'::jsonb) as relations
    from shown e
    join document_revision r on r.region_id = e.region_id and r.document_id = e.document_id and r.revision = e.revision
    where e.ended_at is null
      and (${kinds.length === 0} or e.kind = any(${[...kinds]}::text[]))
      and (${publishedFrom ?? null}::date is null
        or (e.visible_from at time zone 'Asia/Shanghai')::date >= ${publishedFrom ?? null}::date)
      and (${publishedTo ?? null}::date is null
        or (e.visible_from at time zone 'Asia/Shanghai')::date <= ${publishedTo ?? null}::date)
    order by e.created_on desc, e.index_number desc`.execute(database);
  return rows;
}

/** Whether it holds on a day; kinds without a validity of their own always do as long as nothing ends them. */
export function isInForce(row: PublicDocumentRow, today: CivilDate): boolean {
  // Stored civil dates.
  const validFrom = (row.valid_from ?? row.created_on) as CivilDate;
  const document = { id: row.document_id, validFrom, validTo: row.valid_to as CivilDate | null };
  const relations = row.relations.map((one) => ({ ...one, from: '', to: row.document_id }));
  return isInForceOn(document, relations, today);
}

/** Only the use cases of documents write it, from a value of that type. */
export const contentOfPublic = ({ content }: PublicDocumentRow): DocumentContent =>
  JSON.parse(content) as DocumentContent;
