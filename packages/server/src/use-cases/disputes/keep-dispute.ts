import type { Rejection } from '@zhaoshi/contract/problems';
import type { Dispute } from '@zhaoshi/domain/dispute/dispute';
import type { RegisteredStage } from '@zhaoshi/domain/dispute/registered-stage';
import { spanOf } from '@zhaoshi/domain/dispute/standing';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { sql, type Transaction } from 'kysely';
import { type DisputeIds, type FoundDispute, findDispute } from '../../db/queries/disputes.ts';
import type { DisputeEventType } from '../../db/schema/dispute.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';

/** What changes a dispute needs beside the database. */
export type DisputeContext = ChangeContext & { readonly services: Pick<Services, 'secretBox'> };

/** What was done to a dispute, as its history keeps it: facts without names. */
interface DisputeEvent {
  readonly type: DisputeEventType;
  readonly data: object;
  readonly reason: string;
}

/** The facts of a dispute that name nobody. */
export const plainFacts = ({ kind, role, act, actOn }: Omit<Dispute, 'stages' | 'disputeId'>) => ({
  kind,
  role,
  act,
  actOn,
});

/** What the audit trail keeps of a stage: kinds and days; who hears it and its 案号 are typed in, and stay in the history. */
export const plainStage = ({ tribunal: _tribunal, number: _number, ...plain }: RegisteredStage) => plain;

/** A reason as the trail keeps it: a commitment to what was typed in; the history of the dispute has the words. */
export const committed = (reason: string): Readonly<Record<string, string>> =>
  reason === '' ? {} : { reason };

/** Writes down what was done, in its order; the row of the dispute is locked. */
export async function appendDisputeEvent(
  transaction: Transaction<Schema>,
  { caller, now }: ChangeContext,
  { regionId, disputeId }: DisputeIds,
  { type, data, reason }: DisputeEvent,
): Promise<void> {
  await transaction
    .insertInto('dispute_event')
    .values({
      region_id: regionId,
      dispute_id: disputeId,
      sequence: sql<number>`(select count(*) + 1 from dispute_event
        where region_id = ${regionId}::uuid and dispute_id = ${disputeId}::uuid)`,
      type,
      data: JSON.stringify(data),
      reason,
      recorded_by: caller.accountId,
      recorded_at: now(),
    })
    .execute();
}

/** The dispute, locked, of an organ that the right reaches; `null` looks the same as none. */
export async function lockedDispute(
  transaction: Transaction<Schema>,
  { reaches }: Pick<ChangeContext, 'reaches'>,
  ids: DisputeIds,
): Promise<FoundDispute | null> {
  await sql`select 1 from dispute where region_id = ${ids.regionId}::uuid and dispute_id = ${ids.disputeId}::uuid
    for update`.execute(transaction);
  const found = await findDispute(transaction, ids);
  return found !== undefined && reaches(found.path) ? found : null;
}

/** The same in the version that the person saw. */
export async function seenDispute(
  transaction: Transaction<Schema>,
  context: ChangeContext,
  ids: DisputeIds,
): Promise<Result<FoundDispute, Rejection>> {
  const found = await lockedDispute(transaction, context, ids);
  if (found === null) return err({ code: 'not-found' });
  return found.dispute.version === context.expectedVersion ? ok(found) : err({ code: 'stale', current: ids });
}

/** The row's days and version after a change of its stages. */
export async function touchDispute(
  transaction: Transaction<Schema>,
  { dispute }: FoundDispute,
  stages: readonly RegisteredStage[],
): Promise<void> {
  const { openedOn, settledOn } = spanOf(stages);
  await transaction
    .updateTable('dispute')
    .set({ opened_on: openedOn, settled_on: settledOn, version: dispute.version + 1 })
    .where('region_id', '=', dispute.regionId)
    .where('dispute_id', '=', dispute.disputeId)
    .execute();
}

/** A stage as its row has it. */
export const stageColumns = (stage: RegisteredStage) => ({
  kind: stage.kind,
  tribunal: stage.tribunal,
  number: stage.number,
  procedure: stage.procedure,
  accepted_on: stage.acceptedOn,
  decided_on: stage.decidedOn,
  effective_on: stage.effectiveOn,
  result: stage.result,
  served_on: stage.servedOn,
  answered_on: stage.answeredOn,
  performed_on: stage.performedOn,
  opinion_on: stage.opinionOn,
  reported_on: stage.reportedOn,
  filed_on: stage.filedOn,
  is_extended: stage.isExtended,
  decision_served_on: stage.decisionServedOn,
  decision_received_on: stage.decisionReceivedOn,
  orders_reply: stage.ordersReply,
  perform_by: stage.performBy,
});
