import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { normalizeDocumentNumber } from '@zhaoshi/domain/disclosure/document-number/document-number';
import type { ContentCircumstances } from '@zhaoshi/domain/disclosure/refuse-content';
import type { Kysely } from 'kysely';
import { isItemOf } from '../../db/queries/catalog-items.ts';
import { isNumberTaken, onFileAbout } from '../../db/queries/document-relations.ts';
import type { DocumentRow } from '../../db/queries/documents.ts';
import type { Schema } from '../../db/schema.ts';

/** What the registers hold that bears on whether a content may be submitted. */
export type ContentOnFile = Pick<
  ContentCircumstances,
  'documentId' | 'hasForeignItem' | 'isNumberTaken' | 'onFile'
>;

export async function contentOnFile(
  database: Kysely<Schema>,
  row: Pick<DocumentRow, 'region_id' | 'document_id' | 'organ_id'>,
  { catalogItemId, documentNumber, relations }: DocumentContent,
): Promise<ContentOnFile> {
  const organ = { regionId: row.region_id, organId: row.organ_id };
  const ids = { ...organ, documentId: row.document_id };
  const numbers = [documentNumber.trim(), normalizeDocumentNumber(documentNumber) ?? ''];
  return {
    documentId: row.document_id,
    hasForeignItem: catalogItemId !== null && !(await isItemOf(database, organ, catalogItemId)),
    isNumberTaken: numbers[0] !== '' && (await isNumberTaken(database, ids, numbers)),
    onFile: await onFileAbout(
      database,
      ids,
      relations.flatMap(({ documentId }) => documentId ?? []),
    ),
  };
}
