import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import type { RegisteredStage } from '@zhaoshi/domain/dispute/registered-stage';
import { actFault, correctsStage } from '@zhaoshi/domain/dispute/stage-faults';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { DisputeIds, KeptDispute, KeptStage } from '../../db/queries/disputes.ts';
import { refuseLockedDispute } from '../annual-report/period-lock.ts';
import {
  appendDisputeEvent,
  committed,
  type DisputeContext,
  plainStage,
  seenDispute,
  stageColumns,
  touchDispute,
} from './keep-dispute.ts';
import { faultsOfStage, numberTaken } from './refuse-stage.ts';

/** A stage of a dispute, by its place in the order. */
export interface StageIds extends DisputeIds {
  readonly sequence: number;
}

const withoutSequence = ({ sequence: _, ...stage }: KeptStage): RegisteredStage => stage;

/** Enters the next stage of a dispute. */
export async function addStage(
  context: DisputeContext,
  ids: DisputeIds,
  stage: RegisteredStage,
): Promise<Result<DisputeIds, Rejection>> {
  const { change, now } = context;
  return await change(async (transaction) => {
    const found = await seenDispute(transaction, context, ids);
    if (!found.ok) return found;
    const { dispute, path } = found.value;
    const stages = [...dispute.stages, stage];
    const { own } = faultsOfStage(dispute.kind, stages, stages.length - 1, civilDateAt(now()));
    const errors = [...own, ...(await numberTaken(transaction, dispute, stage, '/number'))];
    if (errors.length > 0) return err({ code: 'invalid', errors });
    const locked = await refuseLockedDispute(transaction, { ...dispute, path }, dispute, {
      ...dispute,
      stages,
    });
    if (locked !== null) return err({ code: 'state-refuses', detail: locked });
    const sequence = (dispute.stages.at(-1)?.sequence ?? 0) + 1;
    const key = { region_id: ids.regionId, dispute_id: ids.disputeId, organ_id: dispute.organId, sequence };
    await transaction
      .insertInto('dispute_stage')
      .values({ ...key, ...stageColumns(stage) })
      .execute();
    await touchDispute(transaction, found.value, stages);
    const data = { sequence, after: stage };
    await appendDisputeEvent(transaction, context, ids, { type: 'addStage', data, reason: '' });
    return ok({
      value: ids,
      subject: `dispute/${ids.disputeId}`,
      organPath: path,
      details: { sequence, after: plainStage(stage) },
    });
  });
}

/** A correction says why; filling in what was open needs no reason. */
const reasonMissing = (
  before: RegisteredStage,
  after: RegisteredStage,
  reason: string,
): readonly FieldError[] =>
  reason === '' && correctsStage(before, after)
    ? [{ pointer: '/reason', message: '更正已经登记的日期、结果，请写明理由' }]
    : [];

/** The first stage cannot be moved before the act that it is about; what was entered so before hinders nothing else. */
function beginsTooEarly(
  { actOn, stages: [first] }: Pick<KeptDispute, 'actOn' | 'stages'>,
  sequence: number,
  { filedOn, acceptedOn, ...after }: RegisteredStage,
): readonly FieldError[] {
  if (first?.sequence !== sequence || (first.filedOn === filedOn && first.acceptedOn === acceptedOn))
    return [];
  const message = actFault(actOn, { ...after, filedOn, acceptedOn });
  return message === null ? [] : [{ pointer: filedOn === null ? '/acceptedOn' : '/filedOn', message }];
}

/** Enters the result of a stage, what was done in it, or corrects it. */
export async function editStage(
  context: DisputeContext,
  { sequence, ...ids }: StageIds,
  { reason, ...after }: RegisteredStage & { readonly reason: string },
): Promise<Result<DisputeIds, Rejection>> {
  const { change, now } = context;
  return await change(async (transaction) => {
    const found = await seenDispute(transaction, context, ids);
    if (!found.ok) return found;
    const { dispute, path } = found.value;
    const index = dispute.stages.findIndex((stage) => stage.sequence === sequence);
    const stored = dispute.stages[index];
    if (stored === undefined) return err({ code: 'not-found' });
    const before = withoutSequence(stored);
    const stages = dispute.stages.map((stage, at) => (at === index ? after : withoutSequence(stage)));
    const { own, others } = faultsOfStage(dispute.kind, stages, index, civilDateAt(now()));
    const errors = [
      ...own,
      ...beginsTooEarly(dispute, sequence, after),
      ...(await numberTaken(transaction, dispute, after, '/number')),
      ...reasonMissing(before, after, reason),
    ];
    if (errors.length > 0) return err({ code: 'invalid', errors });
    if (others.length > 0) {
      const detail = `这样更正以后，后面的审级就不对了：${others.join('')}`;
      return err({ code: 'state-refuses', detail });
    }
    const locked = await refuseLockedDispute(transaction, { ...dispute, path }, dispute, {
      ...dispute,
      stages,
    });
    if (locked !== null) return err({ code: 'state-refuses', detail: locked });
    await transaction
      .updateTable('dispute_stage')
      .set(stageColumns(after))
      .where('region_id', '=', ids.regionId)
      .where('dispute_id', '=', ids.disputeId)
      .where('sequence', '=', sequence)
      .execute();
    await touchDispute(transaction, found.value, stages);
    const data = { sequence, before, after };
    await appendDisputeEvent(transaction, context, ids, { type: 'editStage', data, reason });
    return ok({
      value: ids,
      subject: `dispute/${ids.disputeId}`,
      organPath: path,
      details: { sequence, before: plainStage(before), after: plainStage(after) },
      personal: committed(reason),
    });
  });
}

/** Takes the last stage out, which was entered by mistake; the history keeps it with the reason. */
export async function removeStage(
  context: DisputeContext,
  { sequence, ...ids }: StageIds,
  reason: string,
): Promise<Result<DisputeIds, Rejection>> {
  return await context.change(async (transaction) => {
    const found = await seenDispute(transaction, context, ids);
    if (!found.ok) return found;
    const { dispute, path } = found.value;
    const last = dispute.stages.at(-1);
    if (!dispute.stages.some((stage) => stage.sequence === sequence)) return err({ code: 'not-found' });
    if (last?.sequence !== sequence || dispute.stages.length < 2) {
      const detail = '只能删去最后一个审级；只有一个审级的，整件登记错误时注销案件，其余情况请更正。';
      return err({ code: 'state-refuses', detail });
    }
    const stages = dispute.stages.slice(0, -1);
    const locked = await refuseLockedDispute(transaction, { ...dispute, path }, dispute, {
      ...dispute,
      stages,
    });
    if (locked !== null) return err({ code: 'state-refuses', detail: locked });
    await transaction
      .deleteFrom('dispute_stage')
      .where('region_id', '=', ids.regionId)
      .where('dispute_id', '=', ids.disputeId)
      .where('sequence', '=', sequence)
      .execute();
    await touchDispute(transaction, found.value, stages);
    const data = { sequence, before: withoutSequence(last) };
    await appendDisputeEvent(transaction, context, ids, { type: 'removeStage', data, reason });
    return ok({
      value: ids,
      subject: `dispute/${ids.disputeId}`,
      organPath: path,
      details: { sequence, before: plainStage(data.before) },
      personal: committed(reason),
    });
  });
}
