import type { Rejection } from '@zhaoshi/contract/problems';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { DocumentIds } from '../../db/queries/documents.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { attachFile } from '../files/attach-file.ts';
import { requestScans } from '../files/request-scan.ts';
import { filesOfContent } from './draft-columns.ts';

/** A sealed file is somebody's application: nothing of it may stand in a public document. */
async function refuseSealed(
  transaction: Transaction<Schema>,
  regionId: string,
  fileIds: readonly string[],
): Promise<Rejection | null> {
  const sealed = await transaction
    .selectFrom('file')
    .select('file_id')
    .where('region_id', '=', regionId)
    .where('file_id', 'in', fileIds)
    .where('sealed', 'is not', null)
    .executeTakeFirst();
  const detail =
    '附件中有依申请公开案件的材料，不能直接放入公开文件。请另行上传确认可以公开的文件；其余内容已保留。';
  return sealed === undefined ? null : { code: 'invalid', detail };
}

/** Draws files into the document, and has them scanned; those it has already stay. */
export async function drawInNamed(
  transaction: Transaction<Schema>,
  { regionId, documentId, organId }: DocumentIds & OrganIds,
  wanted: readonly string[],
): Promise<Result<null, Rejection>> {
  if (wanted.length === 0) return ok(null);
  const known = await transaction
    .selectFrom('document_file')
    .select('file_id')
    .where('region_id', '=', regionId)
    .where('document_id', '=', documentId)
    .execute();
  const added = wanted.filter((fileId) => known.every(({ file_id }) => file_id !== fileId));
  if (added.length === 0) return ok(null);
  const refused = await refuseSealed(transaction, regionId, added);
  if (refused !== null) return err(refused);
  for (const fileId of added) {
    const attached = await attachFile(transaction, { regionId, organId, fileId });
    if (!attached.ok) return attached;
  }
  await transaction
    .insertInto('document_file')
    .values(added.map((file_id) => ({ region_id: regionId, document_id: documentId, file_id })))
    .execute();
  await requestScans(transaction, regionId, added);
  return ok(null);
}

/** Draws in the files that the content names. */
export const drawInFiles = (
  transaction: Transaction<Schema>,
  document: DocumentIds & OrganIds,
  content: DocumentContent,
): Promise<Result<null, Rejection>> => drawInNamed(transaction, document, filesOfContent(content));
