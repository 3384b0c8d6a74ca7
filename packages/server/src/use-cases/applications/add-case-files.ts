import type { Rejection } from '@zhaoshi/contract/problems';
import type { CaseFileUse } from '@zhaoshi/domain/application/case-files';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { attachFile } from '../files/attach-file.ts';

export interface CaseFileRef {
  readonly fileId: string;
  readonly use: CaseFileUse;
}

/** A file that lies open in the storage names a person there; one that belongs somewhere already stays there. */
async function refuseFile(
  transaction: Transaction<Schema>,
  regionId: string,
  fileId: string,
): Promise<Rejection | null> {
  const row = await transaction
    .selectFrom('file')
    .select(['sealed', 'state'])
    .where('region_id', '=', regionId)
    .where('file_id', '=', fileId)
    .forUpdate()
    .executeTakeFirst();
  // One that is gone, `attachFile` tells of.
  if (row === undefined || (row.sealed !== null && row.state === 'unattached')) return null;
  const detail =
    row.sealed === null
      ? '这个文件不是作为申请材料上传的，没有添加。请在申请材料处重新上传；其余内容已保留。'
      : '这个文件已经属于一件申请，没有添加。请重新上传；其余内容已保留。';
  return { code: 'invalid', detail };
}

/** Draws files that were uploaded before into the case. */
export async function addCaseFiles(
  transaction: Transaction<Schema>,
  { regionId, organId, applicationId }: OrganIds & { readonly applicationId: string },
  files: readonly CaseFileRef[],
  at: Date,
): Promise<Result<null, Rejection>> {
  for (const { fileId, use } of files) {
    const refused = await refuseFile(transaction, regionId, fileId);
    if (refused !== null) return err(refused);
    const attached = await attachFile(transaction, { regionId, organId, fileId });
    if (!attached.ok) return attached;
    await transaction
      .insertInto('application_file')
      .values({ region_id: regionId, application_id: applicationId, file_id: fileId, use, added_at: at })
      .execute();
  }
  return ok(null);
}
