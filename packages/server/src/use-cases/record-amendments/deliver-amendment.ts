import type { Rejection } from '@zhaoshi/contract/problems';
import {
  type AmendmentDelivery,
  refuseAmendmentDelivery,
} from '@zhaoshi/domain/application/amendment-delivery';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import {
  type AmendmentIds,
  amendmentLetter,
  amendmentSubject,
  lockAmendment,
} from '../../db/queries/record-amendments.ts';
import type { Services } from '../../services.ts';
import { deliveryRules } from '../applications/refuse-delivery.ts';
import type { ChangeContext } from '../context.ts';
import { openDecision, sealDecision } from './amendment-seal.ts';
import { amendmentSettings, refusalsAsRejection } from './decide-amendment.ts';

/** Notes how the letter of a decided request reached whoever asked, beside the portal (条例41: 告知申请人). */
export async function deliverAmendment(
  {
    change,
    reaches,
    expectedVersion,
    now,
    services,
  }: ChangeContext & {
    readonly services: Pick<Services, 'secretBox'>;
  },
  ids: AmendmentIds,
  delivery: AmendmentDelivery,
): Promise<Result<AmendmentIds, Rejection>> {
  const box = services.secretBox;
  return await change(async (transaction) => {
    const row = await lockAmendment(transaction, ids);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: ids });
    const letter = await amendmentLetter(transaction, ids);
    const kept = openDecision(box, row);
    const rules = deliveryRules(await amendmentSettings(transaction, row));
    // A stored civil date.
    const letterDate = (letter?.issued_on ?? null) as CivilDate | null;
    const facts = { status: row.status, letterDate };
    const refusals = refuseAmendmentDelivery(facts, delivery, rules, civilDateAt(now()));
    if (refusals.length > 0 || kept === null) return err(refusalsAsRejection(refusals));
    const deliveries = [...(kept.deliveries ?? []), delivery];
    await transaction
      .updateTable('record_amendment')
      .set({
        sealed_result: sealDecision(box, row.amendment_id, { ...kept, deliveries }),
        due_on: row.due_on,
        is_provisional: row.is_provisional,
        version: row.version + 1,
      })
      .where('region_id', '=', row.region_id)
      .where('amendment_id', '=', row.amendment_id)
      .execute();
    return ok({
      value: ids,
      subject: amendmentSubject(row.amendment_id),
      organPath: row.path,
      details: { way: delivery.way, on: delivery.on },
    });
  });
}
