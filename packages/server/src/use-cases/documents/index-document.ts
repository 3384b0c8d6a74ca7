import { bodyText } from '@zhaoshi/domain/disclosure/document-body';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { hasValidity } from '@zhaoshi/domain/disclosure/document-kind';
import { documentPath, organPath } from '@zhaoshi/portal/paths';
import type { Transaction } from 'kysely';
import type { DocumentRow } from '../../db/queries/documents.ts';
import type { Schema } from '../../db/schema.ts';
import { writeSearchEntry } from '../../db/write-search-entry.ts';
import type { DocumentNumbers } from './document-numbers.ts';

/** Makes an edition findable from its minute on, in the transaction that publishes it. */
export async function indexDocument(
  transaction: Transaction<Schema>,
  row: DocumentRow,
  content: DocumentContent,
  { indexNumber, publicName }: DocumentNumbers,
  { firstPublishedAt, visibleFrom }: { readonly firstPublishedAt: Date; readonly visibleFrom: Date },
): Promise<void> {
  await writeSearchEntry(transaction, {
    regionId: row.region_id,
    entryId: row.document_id,
    kind: 'document',
    organId: row.organ_id,
    genre: content.kind,
    title: content.title,
    body: bodyText(content.body),
    documentNumber: content.documentNumber || null,
    indexNumber,
    otherWords: [row.organ_name, content.issuingOrgan, ...content.keywords].join(' '),
    subjectCategory: content.subjectCategory || null,
    validity: hasValidity(content.kind) ? 'inForce' : null,
    dateOfDocument: content.dateOfDocument,
    publishedAt: firstPublishedAt,
    visibleFrom,
    path: documentPath(organPath(row.region_slug, row.organ_slug), publicName),
  });
}
