import { canonicalJson, type DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { DocumentIds } from './documents.ts';

/** Hash of the words of a text, by which the same one is found again; `null` for a text of a few words. */
export const textFingerprint = ({ body }: DocumentContent) =>
  sql<string | null>`text_fingerprint(${canonicalJson({ body })}::json)`;

export interface SameText {
  readonly documentId: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly publishedAt: Date;
}

/** As many as help whoever looks for the one that is meant. */
const MOST_SHOWN = 5;

/**
 * Other documents of the organ that are public with the same words, or will be at their minute, the first published first
 * (publication.md §9, check 10).
 */
export async function sameTexts(
  database: Kysely<Schema>,
  { regionId, documentId, organId }: DocumentIds & { readonly organId: string },
  content: DocumentContent,
): Promise<readonly SameText[]> {
  const { rows } = await sql<SameText>`
    select e.document_id as "documentId", e.title, e.document_number as "documentNumber",
      e.visible_from as "publishedAt"
    from document_edition e
    where e.region_id = ${regionId}::uuid and e.organ_id = ${organId}::uuid and e.document_id <> ${documentId}::uuid
      and e.text_sha256 = ${textFingerprint(content)} and e.ended_at is null and e.cancelled_at is null
      and not exists (select from document_edition later
        where later.region_id = e.region_id and later.document_id = e.document_id and later.edition > e.edition
          and later.cancelled_at is null)
    order by e.visible_from, e.document_id limit ${MOST_SHOWN}`.execute(database);
  return rows;
}
