import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';

export interface AttachFile {
  readonly regionId: string;
  readonly fileId: string;
  /** The organ that what refers to the file belongs to; a file of another organ cannot be drawn in. */
  readonly organId: string;
}

/**
 * Marks a file as referred to, in the transaction that writes the reference; from then on no sweep removes it. The
 * row stays locked until that transaction ends, so a sweep at the same time waits and then finds it attached.
 */
export async function attachFile(
  transaction: Transaction<Schema>,
  { regionId, fileId, organId }: AttachFile,
): Promise<Result<null, Rejection>> {
  const { numUpdatedRows } = await transaction
    .updateTable('file')
    .set({ state: 'attached' })
    .where('region_id', '=', regionId)
    .where('file_id', '=', fileId)
    .where('organ_id', '=', organId)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) return ok(null);
  return err({
    code: 'invalid',
    detail: '附件已不在系统中，可能上传后过久没有提交而被清除。请重新上传附件；其余内容已保留。',
  });
}

/** Takes the mark back when the last reference goes; the next sweep then removes the file, with an audit entry. */
export async function detachFile(
  transaction: Transaction<Schema>,
  { regionId, fileId }: Omit<AttachFile, 'organId'>,
): Promise<void> {
  await transaction
    .updateTable('file')
    .set({ state: 'unattached' })
    .where('region_id', '=', regionId)
    .where('file_id', '=', fileId)
    .execute();
}
