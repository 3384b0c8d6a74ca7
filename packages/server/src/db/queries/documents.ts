import type { DocumentActType, DocumentEvent } from '@zhaoshi/domain/disclosure/document-act';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import type { DocumentState } from '@zhaoshi/domain/disclosure/document-state';
import { replayDocument } from '@zhaoshi/domain/disclosure/evolve-document';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** Who notes that a scheduled minute has come. */
export const SYSTEM_ACTOR = 'system';

export interface DocumentIds {
  readonly regionId: string;
  readonly documentId: string;
}

const documents = (database: Kysely<Schema>, { regionId, documentId }: DocumentIds) =>
  database
    .selectFrom('document')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'document.region_id')
        .onRef('organ.organ_id', '=', 'document.organ_id'),
    )
    .innerJoin('region', 'region.region_id', 'document.region_id')
    .innerJoin('account as writer', 'writer.account_id', 'document.last_writer')
    .innerJoin('document_draft as draft', (join) =>
      join
        .onRef('draft.region_id', '=', 'document.region_id')
        .onRef('draft.document_id', '=', 'document.document_id'),
    )
    .selectAll('document')
    .select([
      'organ.name as organ_name',
      'organ.path',
      'organ.slug as organ_slug',
      'region.slug as region_slug',
      'writer.display_name as writer_name',
      'draft.content',
      'draft.writers',
    ])
    .where('document.region_id', '=', regionId)
    .where('document.document_id', '=', documentId);

/** A document's row with its working copy; `undefined` when there is none. */
export const findDocument = async (database: Kysely<Schema>, ids: DocumentIds) =>
  await documents(database, ids).executeTakeFirst();

export type DocumentRow = NonNullable<Awaited<ReturnType<typeof findDocument>>>;

/** The row, locked: who changes the same document at the same time waits, and then finds it changed. */
export const lockDocument = async (database: Kysely<Schema>, ids: DocumentIds) =>
  await documents(database, ids).forUpdate('document').executeTakeFirst();

/** Content as it is kept; only the use cases here write it, from a value of that type. */
export const contentOf = ({ content }: { readonly content: string }): DocumentContent =>
  JSON.parse(content) as DocumentContent;

export async function documentEvents(database: Kysely<Schema>, { regionId, documentId }: DocumentIds) {
  return await database
    .selectFrom('document_event')
    .leftJoin('account', (join) =>
      // The system has no account; asked so, the account is found by its key.
      join.on(
        sql<boolean>`account.account_id = case when document_event.actor <> ${SYSTEM_ACTOR}
          then document_event.actor::uuid end`,
      ),
    )
    .selectAll('document_event')
    .select('account.display_name')
    .where('region_id', '=', regionId)
    .where('document_id', '=', documentId)
    .orderBy('sequence')
    .execute();
}

export type DocumentEventRow = Awaited<ReturnType<typeof documentEvents>>[number];

/** The event as it was accepted; rows are written by `appendDocumentEvent` only and never changed. */
export const documentEventOf = ({ type, data, actor, recorded_at }: DocumentEventRow): DocumentEvent =>
  ({
    type: type satisfies DocumentActType,
    ...(data as object),
    by: actor,
    at: recorded_at.toISOString(),
  }) as DocumentEvent;

/** What the events make of the document. */
export const documentStateOf = (events: readonly DocumentEventRow[]): DocumentState =>
  replayDocument(events.map(documentEventOf));

/** A version as it was submitted; `undefined` when there is none of that number. */
export async function findRevision(
  database: Kysely<Schema>,
  { regionId, documentId }: DocumentIds,
  revision: number,
) {
  return await database
    .selectFrom('document_revision')
    .innerJoin('account', 'account.account_id', 'document_revision.submitted_by')
    .select(['revision', 'content', 'content_sha256', 'submitted_at', 'account.display_name'])
    .where('region_id', '=', regionId)
    .where('document_id', '=', documentId)
    .where('revision', '=', revision)
    .executeTakeFirst();
}

export type RevisionRow = NonNullable<Awaited<ReturnType<typeof findRevision>>>;
