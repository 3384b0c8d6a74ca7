import type { Rejection } from '@zhaoshi/contract/problems';
import type { LossCause } from '@zhaoshi/domain/dispute/loss-causes';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { DisputeIds } from '../../db/queries/disputes.ts';
import { appendDisputeEvent, type DisputeContext, seenDispute, touchDispute } from './keep-dispute.ts';
import { isLost } from './losses.ts';
import { disputeRulesAt } from './table-four-figures.ts';

interface LossFields {
  readonly causes: readonly LossCause[];
  readonly unit: string;
  readonly measures: string;
}

/** Writes down why an act did not stand, and what is done about it; what was written before stays in the history. */
export async function recordLoss(
  context: DisputeContext,
  ids: DisputeIds,
  { causes, unit, measures }: LossFields,
): Promise<Result<DisputeIds, Rejection>> {
  const { change, now } = context;
  return await change(async (transaction) => {
    const found = await seenDispute(transaction, context, ids);
    if (!found.ok) return found;
    const { dispute, path } = found.value;
    const rules = (await disputeRulesAt(transaction))(path);
    if (!isLost(dispute, civilDateAt(now()), rules)) {
      const detail =
        '这件案件现在的结果不是“结果纠正”，不登记纠错、败诉原因。请先登记结果；裁判还没有生效的，生效以后再登记。';
      return err({ code: 'state-refuses', detail });
    }
    const written = { causes: [...new Set(causes)], unit, measures, recorded_at: now() };
    await transaction
      .insertInto('dispute_loss')
      .values({
        region_id: ids.regionId,
        dispute_id: ids.disputeId,
        organ_id: dispute.organId,
        ...written,
      })
      .onConflict((conflict) => conflict.columns(['region_id', 'dispute_id']).doUpdateSet(written))
      .execute();
    await touchDispute(transaction, found.value, dispute.stages);
    const data = { causes: written.causes, unit, measures };
    await appendDisputeEvent(transaction, context, ids, { type: 'recordLoss', data, reason: '' });
    return ok({
      value: ids,
      subject: `dispute/${ids.disputeId}`,
      organPath: path,
      details: { causes: written.causes },
      personal: { ...(unit !== '' && { unit }), ...(measures !== '' && { measures }) },
    });
  });
}
