import type { Rejection } from '@zhaoshi/contract/problems';
import type { CaseFileUse } from '@zhaoshi/domain/application/case-files';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { attachSealedFile } from '../files/attach-sealed-file.ts';

export interface CaseFileRef {
  readonly fileId: string;
  readonly use: CaseFileUse;
}

const NOT_TAKEN = {
  notSealed: '这个文件不是作为申请材料上传的，没有添加。请在申请材料处重新上传；其余内容已保留。',
  taken: '这个文件已经属于一件申请，没有添加。请重新上传；其余内容已保留。',
};

/** Draws files that were uploaded before into the case. */
export async function addCaseFiles(
  transaction: Transaction<Schema>,
  { regionId, organId, applicationId }: OrganIds & { readonly applicationId: string },
  files: readonly CaseFileRef[],
  at: Date,
): Promise<Result<null, Rejection>> {
  for (const { fileId, use } of files) {
    const attached = await attachSealedFile(transaction, { regionId, organId, fileId }, NOT_TAKEN);
    if (!attached.ok) return attached;
    await transaction
      .insertInto('application_file')
      .values({ region_id: regionId, application_id: applicationId, file_id: fileId, use, added_at: at })
      .execute();
  }
  return ok(null);
}
