import type { Rejection } from '@zhaoshi/contract/problems';
import { err, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { type AttachFile, attachFile } from './attach-file.ts';

/** What the sender is told of a file that cannot be taken. */
export interface SealedFileWords {
  /** It was uploaded for something else and lies open in the storage. */
  readonly notSealed: string;
  /** It belongs somewhere already. */
  readonly taken: string;
}

/** Attaches a file of a case: one that lies open names a person there; one that belongs somewhere stays there. */
export async function attachSealedFile(
  transaction: Transaction<Schema>,
  ids: AttachFile,
  { notSealed, taken }: SealedFileWords,
): Promise<Result<null, Rejection>> {
  const row = await transaction
    .selectFrom('file')
    .select(['sealed', 'state'])
    .where('region_id', '=', ids.regionId)
    .where('file_id', '=', ids.fileId)
    .forUpdate()
    .executeTakeFirst();
  if (row !== undefined && row.sealed === null) return err({ code: 'invalid', detail: notSealed });
  if (row !== undefined && row.state !== 'unattached') return err({ code: 'invalid', detail: taken });
  return await attachFile(transaction, ids);
}
