import type { Rejection } from '@zhaoshi/contract/problems';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { isEditable } from '@zhaoshi/domain/disclosure/document-status';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import { type DocumentIds, type DocumentRow, lockDocument } from '../../db/queries/documents.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { documentRules } from './document-context.ts';
import { drawInFiles } from './document-files.ts';
import { draftColumns } from './draft-columns.ts';
import { type ContentInput, type ReadContent, readContent } from './read-content.ts';

export type SavedDraft = Pick<ReadContent, 'dropped' | 'isCut'>;

/** Writes the working copy of a document whose row is locked, and counts its version up. */
export async function writeDraft(
  transaction: Transaction<Schema>,
  row: DocumentRow,
  content: DocumentContent,
  { writer, at }: { readonly writer: string; readonly at: Date },
): Promise<Result<null, Rejection>> {
  const key = { regionId: row.region_id, documentId: row.document_id };
  const drawn = await drawInFiles(transaction, { ...key, organId: row.organ_id }, content);
  if (!drawn.ok) return drawn;
  const rules = await documentRules(transaction, row.path, at);
  await transaction
    .updateTable('document')
    .set({
      ...draftColumns(content, rules),
      last_writer: writer,
      updated_at: at,
      version: row.version + 1,
    })
    .where('region_id', '=', key.regionId)
    .where('document_id', '=', key.documentId)
    .execute();
  await transaction
    .updateTable('document_draft')
    .set({
      content: JSON.stringify(content),
      writers: [...new Set([...row.writers, writer])],
    })
    .where('region_id', '=', key.regionId)
    .where('document_id', '=', key.documentId)
    .execute();
  return ok(null);
}

/**
 * Saves the working copy, whatever it lacks. What is under review, signed or public is not changed by it: a submitted
 * version is taken back or sent back first, a published one revised.
 */
export async function saveDraft(
  { change, reaches, caller, now, expectedVersion }: ChangeContext,
  { regionId, documentId, content: input }: DocumentIds & { readonly content: ContentInput },
): Promise<Result<SavedDraft, Rejection>> {
  const ids = { regionId, documentId };
  return await change(async (transaction) => {
    const row = await lockDocument(transaction, ids);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: ids });
    if (!isEditable(row.status)) {
      return err({
        code: 'state-refuses',
        detail:
          '文件已经提交审查或者公开，不能直接改动；请先撤回送审、退回修改，或者发起修改。您填写的内容仍在页面上。',
      });
    }
    const { content, dropped, isCut } = readContent(input);
    const written = await writeDraft(transaction, row, content, { writer: caller.accountId, at: now() });
    if (!written.ok) return written;
    return ok({
      value: { dropped: [...dropped], isCut },
      subject: `document/${documentId}`,
      organPath: row.path,
      details: { edition: row.edition },
    });
  });
}
