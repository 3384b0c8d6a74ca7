import type { Rejection } from '@zhaoshi/contract/problems';
import { stageFaults } from '@zhaoshi/domain/dispute/stage-faults';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { DisputeIds } from '../../db/queries/disputes.ts';
import { refuseLockedDispute } from '../annual-report/period-lock.ts';
import { openDispute } from './dispute-seal.ts';
import { actErrors, type DisputeFields, rowOfFacts } from './enter-dispute.ts';
import {
  appendDisputeEvent,
  committed,
  type DisputeContext,
  plainFacts,
  seenDispute,
} from './keep-dispute.ts';

/** Changes the facts of a dispute; what decides where it counts only with a reason. */
export async function editDispute(
  context: DisputeContext,
  ids: DisputeIds,
  { reason, ...fields }: DisputeFields & { readonly reason: string },
): Promise<Result<DisputeIds, Rejection>> {
  const { change, now, services } = context;
  return await change(async (transaction) => {
    const found = await seenDispute(transaction, context, ids);
    if (!found.ok) return found;
    const { dispute, path, sealed } = found.value;
    const row = await rowOfFacts(transaction, context, dispute, fields);
    const moves = fields.kind !== dispute.kind || fields.role !== dispute.role;
    const fits = stageFaults(fields.kind, dispute.stages, civilDateAt(now())).flat().length === 0;
    const errors = [
      ...(row.ok ? [] : row.error),
      ...(fields.actOn === dispute.actOn ? [] : actErrors(fields, dispute.stages[0], civilDateAt(now()))),
      ...(moves && reason === ''
        ? [{ pointer: '/reason', message: '改动案件类别或者本机关的地位，会改变表四的数字，请写明理由' }]
        : []),
      ...(fits ? [] : [{ pointer: '/kind', message: '与已经登记的审级不符，请先更正审级' }]),
    ];
    if (!row.ok || errors.length > 0) return err({ code: 'invalid', errors });
    const locked = await refuseLockedDispute(transaction, { ...dispute, path }, dispute, {
      ...dispute,
      ...plainFacts(fields),
    });
    if (locked !== null) return err({ code: 'state-refuses', detail: locked });
    await transaction
      .updateTable('dispute')
      .set({ ...row.value, version: dispute.version + 1 })
      .where('region_id', '=', ids.regionId)
      .where('dispute_id', '=', ids.disputeId)
      .execute();
    const data = { before: plainFacts(dispute), after: plainFacts(fields) };
    await appendDisputeEvent(transaction, context, ids, { type: 'edit', data, reason });
    const { party } = openDispute(services.secretBox, ids.disputeId, sealed);
    return ok({
      value: ids,
      subject: `dispute/${ids.disputeId}`,
      organPath: path,
      details: data,
      personal: {
        ...committed(reason),
        ...(party === fields.party ? {} : { partyBefore: party, party: fields.party }),
      },
    });
  });
}

/** Takes a dispute that was entered by mistake out of the register; it is kept with the reason. */
export async function removeDispute(
  context: DisputeContext,
  ids: DisputeIds,
  reason: string,
): Promise<Result<null, Rejection>> {
  const { change, now } = context;
  return await change(async (transaction) => {
    const found = await seenDispute(transaction, context, ids);
    if (!found.ok) return found;
    const { dispute, path } = found.value;
    const locked = await refuseLockedDispute(transaction, { ...dispute, path }, dispute, null);
    if (locked !== null) return err({ code: 'state-refuses', detail: locked });
    await transaction
      .updateTable('dispute')
      .set({ removed_at: now(), version: dispute.version + 1 })
      .where('region_id', '=', ids.regionId)
      .where('dispute_id', '=', ids.disputeId)
      .execute();
    const data = { before: { ...plainFacts(dispute), stages: dispute.stages } };
    await appendDisputeEvent(transaction, context, ids, { type: 'remove', data, reason });
    return ok({
      value: null,
      subject: `dispute/${ids.disputeId}`,
      organPath: path,
      details: { before: plainFacts(dispute) },
      personal: committed(reason),
    });
  });
}
