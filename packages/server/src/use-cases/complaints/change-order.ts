import type { Rejection } from '@zhaoshi/contract/problems';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import {
  orderHindrance,
  REMEDIATION_ACTS,
  type RemediationActName,
} from '@zhaoshi/domain/oversight/remediation';
import { sql, type Transaction } from 'kysely';
import { lockOrder, type OrderIds, type OrderRow } from '../../db/queries/remediation-orders.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { attachProof } from './attach-proof.ts';

/** What is done with an order. */
export interface OrderAct {
  readonly type: RemediationActName;
  readonly words: string;
  /** Proof, uploaded by the unit before. */
  readonly fileId: string | null;
  /** A new last day, where it goes back or is opened anew. */
  readonly dueOn: CivilDate | null;
}

async function write(
  transaction: Transaction<Schema>,
  { caller, now }: ChangeContext,
  row: OrderRow,
  { type, words, fileId, dueOn }: OrderAct,
): Promise<void> {
  const key = { region_id: row.region_id, order_id: row.order_id };
  await transaction
    .insertInto('remediation_event')
    .values({
      ...key,
      sequence: sql<number>`(select count(*) + 1 from remediation_event
        where region_id = ${row.region_id}::uuid and order_id = ${row.order_id}::uuid)`,
      type,
      words,
      file_id: fileId,
      due_on: dueOn,
      recorded_by: caller.accountId,
      recorded_at: now(),
    })
    .execute();
  await transaction
    .updateTable('remediation_order')
    .set({
      status: REMEDIATION_ACTS[type].to,
      ...(dueOn !== null && { due_on: dueOn }),
      version: row.version + 1,
    })
    .where('region_id', '=', row.region_id)
    .where('order_id', '=', row.order_id)
    .execute();
}

/** The unit reports what it did; whoever gave the order takes the report, sends it back, or opens the order anew. */
export async function changeOrder(
  context: ChangeContext,
  ids: OrderIds,
  act: OrderAct,
): Promise<Result<OrderIds, Rejection>> {
  const { change, reaches, now, expectedVersion } = context;
  return await change(async (transaction) => {
    const row = await lockOrder(transaction, ids);
    const path = act.type === 'report' ? row?.organ_path : row?.issuer_path;
    if (row === undefined || path === undefined || !reaches(path)) return err({ code: 'not-found' });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: ids });
    const hindrance = orderHindrance(act.type, row.status, row.kind);
    if (hindrance !== null) return err({ code: 'state-refuses', detail: hindrance });
    if (act.dueOn !== null && act.dueOn < civilDateAt(now()))
      return err({ code: 'invalid', errors: [{ pointer: '/dueOn', message: '整改期限不能早于今天' }] });
    const proof = { regionId: row.region_id, organId: row.organ_id, fileId: act.fileId };
    const attached = await attachProof(transaction, proof);
    if (!attached.ok) return attached;
    await write(transaction, context, row, act);
    return ok({
      value: ids,
      subject: `remediationOrder/${ids.orderId}`,
      organPath: path,
      details: { act: act.type, before: row.status },
    });
  });
}
