import { buffer } from 'node:stream/consumers';
import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Kysely } from 'kysely';
import type { ApplicationIds } from '../../db/queries/application-case.ts';
import { type CaseFileRow, caseFileRows } from '../../db/queries/case-files.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import { openContent } from '../files/sealed-file.ts';

/** Held in memory whole while it is drawn; longer ones the redaction would refuse anyway. */
const LONGEST = 100 * 1024 * 1024;

/** A file of the case; `undefined` when it is none of its. */
export async function findCaseFile(
  database: Kysely<Schema>,
  { fileId, ...ids }: ApplicationIds & { readonly fileId: string },
): Promise<CaseFileRow | undefined> {
  return (await caseFileRows(database, ids)).find((row) => row.file_id === fileId);
}

/** The whole content of a file of a case. */
export async function readCaseFile(
  services: Pick<Services, 'files' | 'secretBox'>,
  row: CaseFileRow,
): Promise<Result<Buffer, Rejection>> {
  if (row.size > LONGEST) {
    return err({ code: 'unsupported-type', detail: '文件超过 100 MB，不能在系统中遮盖。请拆分后分别上传。' });
  }
  const stream = await openContent(services, row);
  if (stream === null) {
    services.files.warn('file missing from the storage', { file: row.file_id });
    return err({ code: 'unavailable', detail: '文件内容暂时取不到，请稍后重试；仍不行请联系系统管理员。' });
  }
  return ok(await buffer(stream));
}
