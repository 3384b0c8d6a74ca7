import type { Rejection } from '@zhaoshi/contract/problems';
import { err, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { type AttachFile, attachFile } from './attach-file.ts';

/** Attaches a photo that the public sees: one that was drawn anew when it was taken in, and no other file of the organ. */
export async function attachPhoto(
  transaction: Transaction<Schema>,
  photo: AttachFile,
  pointer: string,
): Promise<Result<null, Rejection>> {
  const file = await transaction
    .selectFrom('file')
    .select('is_redrawn')
    .where('region_id', '=', photo.regionId)
    .where('file_id', '=', photo.fileId)
    .executeTakeFirst();
  if (file?.is_redrawn === false) {
    return err({ code: 'invalid', errors: [{ pointer, message: '照片只能是从本页上传的图片。' }] });
  }
  return await attachFile(transaction, photo);
}
