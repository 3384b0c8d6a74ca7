import type { Rejection } from '@zhaoshi/contract/problems';
import type { DisputeFileKind } from '@zhaoshi/domain/dispute/dispute-files';
import { dayFault } from '@zhaoshi/domain/dispute/stage-faults';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { DisputeFileRow } from '../../db/queries/dispute-files.ts';
import type { DisputeIds } from '../../db/queries/disputes.ts';
import { detachFile } from '../files/attach-file.ts';
import { attachSealedFile } from '../files/attach-sealed-file.ts';
import { appendDisputeEvent, committed, type DisputeContext, lockedDispute } from './keep-dispute.ts';

/** A paper of a dispute. */
export interface DisputeFileIds extends DisputeIds {
  readonly fileId: string;
}

const purposeOf = (fileId: string): string => `dispute-file/${fileId}`;

/** From whom or to whom; written by `addDisputeFile` only. */
export const openCounterpart = (box: SecretBox, row: DisputeFileRow): string =>
  box.open(row.counterpart, purposeOf(row.file_id));

const NOT_TAKEN = {
  notSealed: '这个文件不是作为复议、诉讼文书上传的，没有登记。请在案件的“文书”处重新上传；其余内容已保留。',
  taken: '这个文件已经登记过，没有再登记。请重新上传；其余内容已保留。',
};

interface SentFile extends DisputeFileIds {
  readonly kind: DisputeFileKind;
  readonly datedOn: CivilDate;
  readonly number: string;
  readonly counterpart: string;
}

/** Enters an uploaded paper into its dispute. */
export async function addDisputeFile(
  context: DisputeContext,
  { kind, datedOn, number, counterpart, ...ids }: SentFile,
): Promise<Result<{ readonly fileId: string }, Rejection>> {
  const { change, now, caller, services } = context;
  const { regionId, disputeId, fileId } = ids;
  return await change(async (transaction) => {
    const found = await lockedDispute(transaction, context, ids);
    if (found === null) return err({ code: 'not-found' });
    const message = dayFault(datedOn, '收到或者发出的日期', civilDateAt(now()));
    if (message !== null) return err({ code: 'invalid', errors: [{ pointer: '/datedOn', message }] });
    const { organId } = found.dispute;
    const attached = await attachSealedFile(transaction, { regionId, organId, fileId }, NOT_TAKEN);
    if (!attached.ok) return attached;
    await transaction
      .insertInto('dispute_file')
      .values({
        region_id: regionId,
        dispute_id: disputeId,
        file_id: fileId,
        kind,
        dated_on: datedOn,
        number,
        sealed: services.secretBox.seal(counterpart, purposeOf(fileId)),
        added_by: caller.accountId,
        added_at: now(),
      })
      .execute();
    await appendDisputeEvent(transaction, context, ids, { type: 'addFile', data: { kind }, reason: '' });
    const details = { file: fileId, kind };
    return ok({ value: { fileId }, subject: `dispute/${disputeId}`, organPath: found.path, details });
  });
}

/** Takes a paper out that was entered by mistake; the file goes with the next sweep. */
export async function removeDisputeFile(
  context: DisputeContext,
  ids: DisputeFileIds,
  reason: string,
): Promise<Result<{ readonly fileId: string }, Rejection>> {
  const { regionId, disputeId, fileId } = ids;
  return await context.change(async (transaction) => {
    const found = await lockedDispute(transaction, context, ids);
    if (found === null) return err({ code: 'not-found' });
    const removed = await transaction
      .deleteFrom('dispute_file')
      .where('region_id', '=', regionId)
      .where('dispute_id', '=', disputeId)
      .where('file_id', '=', fileId)
      .returning('kind')
      .executeTakeFirst();
    if (removed === undefined) return err({ code: 'not-found' });
    await detachFile(transaction, { regionId, fileId });
    const { kind } = removed;
    await appendDisputeEvent(transaction, context, ids, { type: 'removeFile', data: { kind }, reason });
    return ok({
      value: { fileId },
      subject: `dispute/${disputeId}`,
      organPath: found.path,
      details: { file: fileId, kind },
      personal: committed(reason),
    });
  });
}
