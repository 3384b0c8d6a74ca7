import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { type AttachFile, attachFile } from '../files/attach-file.ts';

/**
 * Draws a proof or a photograph in; nothing to do where there is none. A sealed file, such as an applicant's proof of
 * identity, is none: others than those who may open it would read it here.
 */
export async function attachProof(
  transaction: Transaction<Schema>,
  { fileId, regionId, organId }: Omit<AttachFile, 'fileId'> & { readonly fileId: string | null },
): Promise<Result<null, Rejection>> {
  if (fileId === null) return ok(null);
  const file = await transaction
    .selectFrom('file')
    .select('sealed')
    .where('region_id', '=', regionId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  if (file !== undefined && file.sealed !== null) {
    const message = '只能附从本页上传的文件';
    return err({ code: 'invalid', errors: [{ pointer: '/fileId', message }] });
  }
  return await attachFile(transaction, { fileId, regionId, organId });
}
