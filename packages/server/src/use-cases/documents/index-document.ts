import { bodyText } from '@zhaoshi/domain/disclosure/document-body';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { hasValidity } from '@zhaoshi/domain/disclosure/document-kind';
import { validityInSearch } from '@zhaoshi/domain/disclosure/validity/validity';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { documentPath, organPath } from '@zhaoshi/portal/paths';
import type { Transaction } from 'kysely';
import type { DocumentRow } from '../../db/queries/documents.ts';
import type { Schema } from '../../db/schema.ts';
import { writeSearchEntry } from '../../db/write-search-entry.ts';
import type { DocumentNumbers } from './document-numbers.ts';

/** On the day it goes public, by itself; what others do to it is found afterwards (keep-validity). */
function firstValidity(id: string, content: DocumentContent, visibleFrom: Date) {
  const validFrom = content.validFrom ?? content.dateOfDocument ?? content.createdOn;
  if (!hasValidity(content.kind) || validFrom === null) return null;
  return validityInSearch({ id, validFrom, validTo: content.validTo }, [], civilDateAt(visibleFrom));
}

/** People ask for a year or a month alone; the day of a document often stands in none of its words. */
const dayWords = ({ dateOfDocument, createdOn }: DocumentContent, firstPublishedAt: Date): string =>
  chineseDate(dateOfDocument ?? createdOn ?? civilDateAt(firstPublishedAt));

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
    otherWords: [
      row.organ_name,
      content.issuingOrgan,
      dayWords(content, firstPublishedAt),
      ...content.keywords,
    ].join(' '),
    subjectCategory: content.subjectCategory || null,
    validity: firstValidity(row.document_id, content, visibleFrom),
    dateOfDocument: content.dateOfDocument,
    publishedAt: firstPublishedAt,
    visibleFrom,
    path: documentPath(organPath(row.region_slug, row.organ_slug), publicName),
  });
}
