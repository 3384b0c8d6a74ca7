import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { sql, type Transaction } from 'kysely';
import { findWorkRecord, type WorkRecordIds, type WorkRecordRow } from '../../db/queries/work-records.ts';
import type { WorkEventType } from '../../db/schema/work-record.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { holdFiles } from '../files/hold-files.ts';

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

/** Makes exactly these files the proof of a record; a file that was taken away is swept later. */
export async function holdProofs(
  transaction: Transaction<Schema>,
  { regionId, recordId, organId }: WorkRecordIds & { readonly organId: string },
  fileIds: readonly string[],
): Promise<Result<null, Rejection>> {
  const before = await transaction
    .deleteFrom('work_record_file')
    .where('region_id', '=', regionId)
    .where('record_id', '=', recordId)
    .returning('file_id')
    .execute();
  const refer = (fileId: string, place: number) =>
    transaction
      .insertInto('work_record_file')
      .values({ region_id: regionId, record_id: recordId, file_id: fileId, place })
      .execute();
  const held = { before: before.map(({ file_id }) => file_id), wanted: fileIds, refer };
  return await holdFiles(transaction, { regionId, organId }, held);
}
