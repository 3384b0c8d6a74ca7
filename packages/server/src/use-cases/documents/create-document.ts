import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { DocumentIds } from '../../db/queries/documents.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';
import { insertDocument } from './insert-document.ts';
import { type PartialContent, readContent } from './read-content.ts';

/** A new document, its working copy as far as it is written; whoever makes it is its first writer. */
export async function createDocument(
  { change, reaches, caller, now, newId }: ChangeContext,
  { regionId, organId, content: input }: OrganIds & { readonly content: PartialContent },
): Promise<Result<DocumentIds, Rejection>> {
  return await change(async (transaction) => {
    const organ = await transaction
      .selectFrom('organ')
      .select('path')
      .where('region_id', '=', regionId)
      .where('organ_id', '=', organId)
      .executeTakeFirst();
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const documentId = newId();
    const { content } = readContent(input);
    const inserted = await insertDocument(transaction, {
      ids: { regionId, organId, documentId },
      path: organ.path,
      content,
      writer: caller.accountId,
      at: now(),
    });
    if (!inserted.ok) return inserted;
    return ok({
      value: { regionId, documentId },
      subject: `document/${documentId}`,
      organPath: organ.path,
      details: { kind: content.kind },
    });
  });
}
