import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import type { OrganKey, PublishedDatabase } from './published.ts';

/** What the public sees of a document by its name in the organ's column; `undefined` when nothing is public there. */
export async function publishedDocument(database: PublishedDatabase, organ: OrganKey, name: string) {
  return await database
    .selectFrom('published.document as document')
    .innerJoin('published.document_version as version', (join) =>
      join
        .onRef('version.region_id', '=', 'document.region_id')
        .onRef('version.document_id', '=', 'document.document_id')
        .onRef('version.edition', '=', 'document.edition'),
    )
    .selectAll('document')
    .select('version.content')
    .where('document.region_id', '=', organ.region_id)
    .where('document.organ_id', '=', organ.organ_id)
    .where('document.public_name', '=', name)
    .executeTakeFirst();
}

export type PublishedDocumentRow = NonNullable<Awaited<ReturnType<typeof publishedDocument>>>;

/** The content that was published; written by the use cases only, from a value of that type. */
export const publishedContent = ({ content }: Pick<PublishedDocumentRow, 'content'>): DocumentContent =>
  JSON.parse(content) as DocumentContent;

/** What is told at the address of something withdrawn. */
export async function publishedWithdrawal(database: PublishedDatabase, organ: OrganKey, name: string) {
  return await database
    .selectFrom('published.document_withdrawal')
    .select(['withdrawal_kind', 'withdrawal_notice', 'ended_at'])
    .where('region_id', '=', organ.region_id)
    .where('organ_id', '=', organ.organ_id)
    .where('public_name', '=', name)
    .executeTakeFirst();
}

/** Files of what is public of a document, in the order of its list. */
export async function publishedDocumentFiles(
  database: PublishedDatabase,
  { region_id, document_id }: Pick<PublishedDocumentRow, 'region_id' | 'document_id'>,
) {
  return await database
    .selectFrom('published.document_file')
    .select(['place', 'file_id', 'media_type', 'size', 'sha256', 'storage_key'])
    .where('region_id', '=', region_id)
    .where('document_id', '=', document_id)
    .orderBy('place')
    .execute();
}

/** What published documents of the region do to this one, each from its first day on. */
export async function publishedRelationsTo(
  database: PublishedDatabase,
  {
    region_id,
    document_id,
    document_number,
  }: Pick<PublishedDocumentRow, 'region_id' | 'document_id' | 'document_number'>,
) {
  return await database
    .selectFrom('published.document_relation')
    .select(['region_id', 'relation', 'document_id', 'other_document_id', 'other_number', 'effective_on'])
    .where('region_id', '=', region_id)
    .where('document_id', '<>', document_id)
    .where((where) =>
      document_number === ''
        ? where('other_document_id', '=', document_id)
        : where.or([
            where('other_document_id', '=', document_id),
            where.and([where('other_document_id', 'is', null), where('other_number', '=', document_number)]),
          ]),
    )
    .execute();
}
