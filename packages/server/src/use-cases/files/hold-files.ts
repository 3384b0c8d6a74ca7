import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { attachFile, detachFile } from './attach-file.ts';

const NOT_FREE: Rejection = {
  code: 'invalid',
  errors: [{ pointer: '/fileIds', message: '证明材料只能是从本页上传的文件。请重新上传；其余内容已保留。' }],
};

/** Which of some files nothing refers to yet, and none of which is sealed for a case. */
async function freeFiles(
  transaction: Transaction<Schema>,
  regionId: string,
  fileIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (fileIds.length === 0) return new Set();
  const rows = await transaction
    .selectFrom('file')
    .select('file_id')
    .where('region_id', '=', regionId)
    .where('file_id', 'in', fileIds)
    .where('state', '=', 'unattached')
    .where('sealed', 'is', null)
    .execute();
  return new Set(rows.map(({ file_id }) => file_id));
}

interface Held {
  /** Files that were held until now; their references are gone. */
  readonly before: readonly string[];
  readonly wanted: readonly string[];
  /** Writes the reference to a file, at its place from 1 on. */
  readonly refer: (fileId: string, place: number) => Promise<unknown>;
}

/** Makes exactly these files of an organ the proof of something; a file that was taken away is swept later. */
export async function holdFiles(
  transaction: Transaction<Schema>,
  { regionId, organId }: OrganIds,
  { before, wanted, refer }: Held,
): Promise<Result<null, Rejection>> {
  const fileIds = [...new Set(wanted)];
  for (const fileId of before) {
    if (!fileIds.includes(fileId)) await detachFile(transaction, { regionId, fileId });
  }
  const free = await freeFiles(transaction, regionId, fileIds);
  for (const [index, fileId] of fileIds.entries()) {
    if (!before.includes(fileId) && !free.has(fileId)) return err(NOT_FREE);
    const attached = await attachFile(transaction, { regionId, fileId, organId });
    if (!attached.ok) return attached;
    await refer(fileId, index + 1);
  }
  return ok(null);
}
