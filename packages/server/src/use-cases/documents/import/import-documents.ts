import type { Rejection } from '@zhaoshi/contract/problems';
import type { DocumentAttachment, DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { StoredFile } from '../../../adapters/files/take-in.ts';
import type { OrganIds } from '../../../db/queries/organs.ts';
import type { Schema } from '../../../db/schema.ts';
import type { Services } from '../../../services.ts';
import type { ChangeContext } from '../../context.ts';
import { insertFile } from '../../files/upload-file.ts';
import { documentRules } from '../document-context.ts';
import { drawInFiles } from '../document-files.ts';
import { documentRowOf } from '../insert-document.ts';

/** A document that is to become a draft. */
export interface DocumentToImport {
  /** The same whenever the same file of the same place is imported, so that none is made twice. */
  readonly documentId: string;
  /** Without its attachments. */
  readonly content: DocumentContent;
  /** Its attachments, which lie in the storage already. */
  readonly files: readonly StoredFile[];
}

export interface ImportTarget extends OrganIds {
  /** Of the organ. */
  readonly path: string;
}

export interface ImportedDocuments {
  readonly made: readonly string[];
  /** They were there before. */
  readonly known: readonly string[];
}

type ImportContext = ChangeContext & { readonly services: Pick<Services, 'secretBox'> };

async function knownIds(
  transaction: Transaction<Schema>,
  regionId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .selectFrom('document')
    .select('document_id')
    .where('region_id', '=', regionId)
    .where('document_id', 'in', ids)
    .execute();
  return new Set(rows.map(({ document_id }) => document_id));
}

async function withAttachments(
  transaction: Transaction<Schema>,
  context: ImportContext,
  target: ImportTarget,
  { content, files }: DocumentToImport,
): Promise<DocumentContent> {
  const attachments: DocumentAttachment[] = [];
  for (const file of files) {
    const fileId = await insertFile(transaction, target, file, context);
    attachments.push({ fileId, name: file.name });
  }
  return { ...content, attachments };
}

/**
 * Makes drafts of several documents in one transaction, with one entry in the trail: all of them, or none. Whoever
 * imports counts as their first writer, and neither reviews nor signs them (先审查、后公开).
 */
export async function importDocuments(
  context: ImportContext,
  target: ImportTarget,
  documents: readonly DocumentToImport[],
): Promise<Result<ImportedDocuments, Rejection>> {
  const { change, caller, now, newId } = context;
  const { regionId, organId, path } = target;
  const writer = caller.accountId;
  return await change(async (transaction) => {
    const at = now();
    const all = documents.map(({ documentId }) => documentId);
    const known = await knownIds(transaction, regionId, all);
    const added = documents.filter(({ documentId }) => !known.has(documentId));
    const rules = await documentRules(transaction, path, at);
    const rows = [];
    for (const one of added) {
      const content =
        one.files.length === 0 ? one.content : await withAttachments(transaction, context, target, one);
      const ids = { regionId, organId, documentId: one.documentId };
      rows.push({ content, ...documentRowOf({ ids, path, content, writer, at }, rules) });
    }
    if (rows.length > 0) {
      await transaction
        .insertInto('document')
        .values(rows.map(({ document }) => document))
        .execute();
      await transaction
        .insertInto('document_draft')
        .values(rows.map(({ draft }) => draft))
        .execute();
    }
    for (const { content, document } of rows) {
      const drawn = await drawInFiles(
        transaction,
        { regionId, organId, documentId: document.document_id },
        content,
      );
      if (!drawn.ok) return drawn;
    }
    const made = added.map(({ documentId }) => documentId);
    return ok({
      value: { made, known: [...known] },
      subject: `document-import/${newId()}`,
      organPath: path,
      details: { writer, documents: made },
    });
  });
}
