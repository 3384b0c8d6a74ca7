import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { sql, type Transaction } from 'kysely';
import { findWorkRecord, type WorkRecordIds, type WorkRecordRow } from '../../db/queries/work-records.ts';
import type { WorkEventType } from '../../db/schema/work-record.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { attachFile, detachFile } from '../files/attach-file.ts';

/** What was done to a record, as its history keeps it. */
interface WorkEvent {
  readonly type: WorkEventType;
  readonly data: object;
  readonly reason: string;
}

/** Writes down what was done, in its order; the row of the record is locked. */
export async function appendWorkEvent(
  transaction: Transaction<Schema>,
  { caller, now }: ChangeContext,
  { regionId, recordId }: WorkRecordIds,
  { type, data, reason }: WorkEvent,
): Promise<void> {
  await transaction
    .insertInto('work_record_event')
    .values({
      region_id: regionId,
      record_id: recordId,
      sequence: sql<number>`(select count(*) + 1 from work_record_event
        where region_id = ${regionId}::uuid and record_id = ${recordId}::uuid)`,
      type,
      data: JSON.stringify(data),
      reason,
      recorded_by: caller.accountId,
      recorded_at: now(),
    })
    .execute();
}

/** The record in the version that the person saw, locked, of an organ that the right reaches. */
export async function seenWorkRecord(
  transaction: Transaction<Schema>,
  { reaches, expectedVersion }: ChangeContext,
  ids: WorkRecordIds,
): Promise<Result<WorkRecordRow, Rejection>> {
  await sql`select 1 from work_record where region_id = ${ids.regionId}::uuid and record_id = ${ids.recordId}::uuid
    for update`.execute(transaction);
  const found = await findWorkRecord(transaction, ids);
  if (found === undefined || !reaches(found.path)) return err({ code: 'not-found' });
  return found.version === expectedVersion ? ok(found) : err({ code: 'stale', current: ids });
}

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

/** Makes exactly these files the proof of a record; a file that was taken away is swept later. */
export async function holdFiles(
  transaction: Transaction<Schema>,
  { regionId, recordId, organId }: WorkRecordIds & { readonly organId: string },
  fileIds: readonly string[],
): Promise<Result<null, Rejection>> {
  const wanted = [...new Set(fileIds)];
  const before = await transaction
    .deleteFrom('work_record_file')
    .where('region_id', '=', regionId)
    .where('record_id', '=', recordId)
    .returning('file_id')
    .execute();
  for (const { file_id: fileId } of before) {
    if (!wanted.includes(fileId)) await detachFile(transaction, { regionId, fileId });
  }
  const free = await freeFiles(transaction, regionId, wanted);
  for (const [index, fileId] of wanted.entries()) {
    const isHeld = before.some((one) => one.file_id === fileId);
    if (!isHeld && !free.has(fileId)) return err(NOT_FREE);
    const attached = await attachFile(transaction, { regionId, fileId, organId });
    if (!attached.ok) return attached;
    await transaction
      .insertInto('work_record_file')
      .values({ region_id: regionId, record_id: recordId, file_id: fileId, place: index + 1 })
      .execute();
  }
  return ok(null);
}
