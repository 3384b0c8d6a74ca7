import type { CheckedDocument } from '@zhaoshi/domain/disclosure/validity/check-relations';
import type { RelationsOnFile } from '@zhaoshi/domain/disclosure/validity/refuse-relations';
import type { ValidityRelation } from '@zhaoshi/domain/disclosure/validity/validity';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { DocumentIds } from './documents.ts';

async function documentsOnFile(
  database: Kysely<Schema>,
  regionId: string,
  ids: readonly string[],
): Promise<readonly CheckedDocument[]> {
  const { rows } = await sql<{
    readonly document_id: string;
    readonly title: string;
    readonly date_of_document: CivilDate | null;
    readonly valid_from: CivilDate;
    readonly valid_to: CivilDate | null;
  }>`
    select document_id, title, date_of_document, effective_on as valid_from, valid_to from current_edition
    where region_id = ${regionId}::uuid and document_id = any(${[...ids]}::uuid[])`.execute(database);
  return rows.map((row) => ({
    id: row.document_id,
    title: row.title,
    dateOfDocument: row.date_of_document,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

/** What documents that became public do to these, or these to others. */
async function relationsOnFile(
  database: Kysely<Schema>,
  { regionId, documentId }: DocumentIds,
  ids: readonly string[],
): Promise<readonly ValidityRelation[]> {
  const { rows } = await sql<{
    readonly kind: ValidityRelation['kind'];
    readonly from: string;
    readonly to: string;
    readonly effective_on: CivilDate;
  }>`
    select relation.relation as kind, acting.document_id as "from", relation.other_document_id as "to",
      acting.effective_on
    from document_relation relation join current_edition acting using (region_id, document_id, edition)
    where region_id = ${regionId}::uuid and document_id <> ${documentId}::uuid
      and relation.other_document_id is not null
      and (relation.other_document_id = any(${[...ids]}::uuid[]) or document_id = any(${[...ids]}::uuid[]))`.execute(
    database,
  );
  return rows.map(({ effective_on, ...row }) => ({ ...row, effectiveOn: effective_on }));
}

/** What is on file about documents that a document names; nothing is asked where it names none. */
export async function onFileAbout(
  database: Kysely<Schema>,
  ids: DocumentIds,
  others: readonly string[],
): Promise<RelationsOnFile> {
  if (others.length === 0) return { documents: new Map(), relations: [] };
  const documents = await documentsOnFile(database, ids.regionId, others);
  return {
    documents: new Map(documents.map((one) => [one.id, one])),
    relations: await relationsOnFile(database, ids, others),
  };
}

/** Whether another document of the organ that is public, or will be at its minute, has one of these numbers. */
export async function isNumberTaken(
  database: Kysely<Schema>,
  { regionId, documentId, organId }: DocumentIds & { readonly organId: string },
  numbers: readonly string[],
): Promise<boolean> {
  const found = await database
    .selectFrom('document_edition')
    .select('document_id')
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('document_number', 'in', [...numbers])
    .where('document_number', '<>', '')
    .where('document_id', '<>', documentId)
    .where('ended_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
