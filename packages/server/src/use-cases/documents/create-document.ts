import type { Rejection } from '@zhaoshi/contract/problems';
import { DOCUMENT_START } from '@zhaoshi/domain/disclosure/document-state';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { DocumentIds } from '../../db/queries/documents.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';
import { documentRules } from './document-context.ts';
import { drawInFiles } from './document-files.ts';
import { draftColumns } from './draft-columns.ts';
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
    const rules = await documentRules(transaction, organ.path, now());
    await transaction
      .insertInto('document')
      .values({
        region_id: regionId,
        document_id: documentId,
        organ_id: organId,
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
        last_writer: caller.accountId,
        updated_at: now(),
      })
      .execute();
    await transaction
      .insertInto('document_draft')
      .values({
        region_id: regionId,
        document_id: documentId,
        content: JSON.stringify(content),
        writers: [caller.accountId],
      })
      .execute();
    const drawn = await drawInFiles(transaction, { regionId, documentId, organId }, content);
    if (!drawn.ok) return drawn;
    return ok({
      value: { regionId, documentId },
      subject: `document/${documentId}`,
      organPath: organ.path,
      details: { kind: content.kind },
    });
  });
}
