import type { Rejection } from '@zhaoshi/contract/problems';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type WorkRecordIds, workRecordFiles } from '../../db/queries/work-records.ts';
import type { ChangeContext } from '../context.ts';
import { columnsOf, faultsOf, keptOf, type WorkRecordFields } from './enter-work-record.ts';
import { appendWorkEvent, holdProofs, seenWorkRecord } from './keep-work-record.ts';

/** Fills in or corrects a record; once it is done, a correction needs a reason. */
export async function editWorkRecord(
  context: ChangeContext,
  ids: WorkRecordIds,
  { reason, ...sent }: Omit<WorkRecordFields, 'kind'> & { readonly reason: string },
): Promise<Result<WorkRecordIds, Rejection>> {
  const { change, now } = context;
  return await change(async (transaction) => {
    const found = await seenWorkRecord(transaction, context, ids);
    if (!found.ok) return found;
    const { kind, organ_id: organId, path, version, done_on, planned_on, title, facts } = found.value;
    const fields = { ...sent, kind };
    const errors = [
      ...faultsOf(fields, civilDateAt(now())),
      ...(done_on !== null && reason === ''
        ? [{ pointer: '/reason', message: '已经完成的记录，更正请写明理由' }]
        : []),
    ];
    if (errors.length > 0) return err({ code: 'invalid', errors });
    const files = (await workRecordFiles(transaction, ids)).length;
    await transaction
      .updateTable('work_record')
      .set({ ...columnsOf(fields), version: version + 1 })
      .where('region_id', '=', ids.regionId)
      .where('record_id', '=', ids.recordId)
      .execute();
    const held = await holdProofs(transaction, { ...ids, organId }, fields.fileIds);
    if (!held.ok) return held;
    const before = { title, plannedOn: planned_on, doneOn: done_on, facts, files };
    const data = { before, after: keptOf(fields) };
    await appendWorkEvent(transaction, context, ids, { type: 'edit', data, reason });
    return ok({
      value: ids,
      subject: `workRecord/${ids.recordId}`,
      organPath: path,
      details: { kind, plannedOn: fields.plannedOn, doneOn: fields.doneOn },
    });
  });
}

/** Takes a record that was entered by mistake out of the register; it is kept with the reason. */
export async function removeWorkRecord(
  context: ChangeContext,
  ids: WorkRecordIds,
  reason: string,
): Promise<Result<null, Rejection>> {
  const { change, now } = context;
  return await change(async (transaction) => {
    const found = await seenWorkRecord(transaction, context, ids);
    if (!found.ok) return found;
    const { kind, path, version, title } = found.value;
    await transaction
      .updateTable('work_record')
      .set({ removed_at: now(), version: version + 1 })
      .where('region_id', '=', ids.regionId)
      .where('record_id', '=', ids.recordId)
      .execute();
    await appendWorkEvent(transaction, context, ids, { type: 'remove', data: { before: { title } }, reason });
    return ok({
      value: null,
      subject: `workRecord/${ids.recordId}`,
      organPath: path,
      details: { kind },
      personal: { reason },
    });
  });
}
