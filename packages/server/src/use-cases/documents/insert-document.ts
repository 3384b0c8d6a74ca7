import type { Rejection } from '@zhaoshi/contract/problems';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { DOCUMENT_START } from '@zhaoshi/domain/disclosure/document-state';
import type { Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { DocumentIds } from '../../db/queries/documents.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { type DocumentRules, documentRules } from './document-context.ts';
import { drawInFiles } from './document-files.ts';
import { draftColumns } from './draft-columns.ts';

export interface NewDocument {
  readonly ids: DocumentIds & OrganIds;
  /** Of the organ. */
  readonly path: string;
  readonly content: DocumentContent;
  /** Its first writer's account. */
  readonly writer: string;
  readonly at: Date;
}

/** The rows of a new draft. */
export function documentRowOf({ ids, content, writer, at }: NewDocument, rules: DocumentRules) {
  const key = { region_id: ids.regionId, document_id: ids.documentId };
  const document = {
    ...key,
    organ_id: ids.organId,
    status: DOCUMENT_START.status,
    edition: DOCUMENT_START.edition,
    ...draftColumns(content, rules),
    index_number: null,
    public_name: null,
    scheduled_for: null,
    public_edition: null,
    first_published_at: null,
    awaits_third_person: false,
    reevaluate_on: null,
    last_writer: writer,
    updated_at: at,
  };
  return { document, draft: { ...key, content: JSON.stringify(content), writers: [writer] } };
}

/** Writes a new draft: its row, its working copy and its files. */
export async function insertDocument(
  transaction: Transaction<Schema>,
  given: NewDocument,
): Promise<Result<null, Rejection>> {
  const { document, draft } = documentRowOf(given, await documentRules(transaction, given.path, given.at));
  await transaction.insertInto('document').values(document).execute();
  await transaction.insertInto('document_draft').values(draft).execute();
  return await drawInFiles(transaction, given.ids, given.content);
}
