import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import { maskName } from '@zhaoshi/domain/application/masks';
import type { DisputedAct, DisputeKind, DisputeRole } from '@zhaoshi/domain/dispute/dispute';
import type { RegisteredStage } from '@zhaoshi/domain/dispute/registered-stage';
import { actFault, dayFault } from '@zhaoshi/domain/dispute/stage-faults';
import { spanOf } from '@zhaoshi/domain/dispute/standing';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import type { Transaction } from 'kysely';
import { findDispute } from '../../db/queries/disputes.ts';
import { applicationByNumber, documentByIndexNumber } from '../../db/queries/disputes-related.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { sealDispute } from './dispute-seal.ts';
import {
  appendDisputeEvent,
  type DisputeContext,
  plainFacts,
  plainStage,
  stageColumns,
} from './keep-dispute.ts';
import { faultsOfStage, numberTaken } from './refuse-stage.ts';

/** A dispute as it is entered. */
export interface DisputeFields {
  readonly kind: DisputeKind;
  readonly role: DisputeRole;
  readonly act: DisputedAct;
  readonly actOn: CivilDate | null;
  readonly party: string;
  readonly isPerson: boolean;
  readonly note: string;
  readonly registrationNumber: string | null;
  readonly precedingId: string | null;
  /** 索引号 of the public document about which it is. */
  readonly indexNumber: string | null;
  /** From when the other party knew of the act, or its silence was complete. */
  readonly knownOn: CivilDate | null;
  readonly isUntold: boolean;
}

/** The rows that a dispute hangs on. */
interface Links {
  readonly applicationId: string | null;
  readonly precedingId: string | null;
  readonly documentId: string | null;
}

async function linksOf(
  transaction: Transaction<Schema>,
  organ: OrganIds,
  { kind, act, registrationNumber, precedingId, indexNumber }: DisputeFields,
): Promise<Result<Links, readonly FieldError[]>> {
  const number = registrationNumber ?? '';
  const applicationId = number === '' ? null : await applicationByNumber(transaction, organ, number);
  const errors: FieldError[] = [];
  const index = indexNumber ?? '';
  const documentId = index === '' ? null : await documentByIndexNumber(transaction, organ, index);
  if (index !== '' && documentId === null) {
    const message = '本机关没有公开过这个索引号的信息；平台启用以前公开的请留空';
    errors.push({ pointer: '/indexNumber', message });
  }
  if (index !== '' && act !== 'proactive') {
    const message = '只有主动公开引起的案件关联公开的信息；因申请引起的，填写申请登记号';
    errors.push({ pointer: '/indexNumber', message });
  }
  if (number !== '' && applicationId === null) {
    const message = '本机关的申请登记簿里没有这个登记号；平台启用以前的申请请留空';
    errors.push({ pointer: '/registrationNumber', message });
  }
  if (precedingId !== null) {
    const found = await findDispute(transaction, { regionId: organ.regionId, disputeId: precedingId });
    const isOwnReconsideration =
      found?.dispute.organId === organ.organId && found.dispute.kind === 'reconsideration';
    if (!isOwnReconsideration || kind !== 'litigationAfterReconsideration') {
      const message = '只有复议后起诉的案件可以写明先经的复议，并且须是本机关登记的行政复议';
      errors.push({ pointer: '/precedingId', message });
    }
  }
  return errors.length > 0 ? err(errors) : ok({ applicationId, precedingId, documentId });
}

/** What is wrong with the facts of a dispute by themselves. */
function factFaults(
  { kind, role, act, actOn, knownOn }: DisputeFields,
  today: CivilDate,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (role !== 'originalActOrgan' && kind !== 'litigationAfterReconsideration') {
    const message = '复议机关只在复议后起诉的案件中作共同被告（行政诉讼法第二十六条第二款）';
    errors.push({ pointer: '/role', message });
  }
  const days = [
    ['actOn', '行为作出日期', actOn],
    ['knownOn', '对方知道这一行为的日期', knownOn],
  ] as const;
  for (const [field, words, on] of days) {
    const message = on === null ? null : dayFault(on, words, today);
    if (message !== null) errors.push({ pointer: `/${field}`, message });
  }
  if (actOn !== null && act === 'silence') {
    errors.push({ pointer: '/actOn', message: '逾期不答复的没有作出日期，请留空' });
  }
  if (knownOn !== null && actOn !== null && knownOn < actOn) {
    errors.push({ pointer: '/knownOn', message: '对方知道这一行为的日期不能早于行为作出日期' });
  }
  return errors;
}

/** Where the act would lie after what contests it; a day that is still to come is told by itself. */
export function actErrors(
  { actOn }: Pick<DisputeFields, 'actOn'>,
  first: RegisteredStage | undefined,
  today: CivilDate,
): readonly FieldError[] {
  const message = actOn !== null && actOn > today ? null : actFault(actOn, first);
  return message === null ? [] : [{ pointer: '/actOn', message }];
}

/** The row of a dispute's facts, or everything that is wrong with them. */
export async function rowOfFacts(
  transaction: Transaction<Schema>,
  { now, services }: DisputeContext,
  dispute: OrganIds & { readonly disputeId: string },
  fields: DisputeFields,
) {
  const links = await linksOf(transaction, dispute, fields);
  const faults = factFaults(fields, civilDateAt(now()));
  if (!links.ok) return err([...faults, ...links.error]);
  if (faults.length > 0) return err(faults);
  const { kind, role, act, actOn, party, isPerson, note, knownOn, isUntold } = fields;
  return ok({
    kind,
    role,
    act,
    act_on: actOn,
    application_id: links.value.applicationId,
    preceding_id: links.value.precedingId,
    document_id: links.value.documentId,
    known_on: knownOn,
    is_untold: isUntold,
    masked_party: maskName(party, isPerson),
    sealed: sealDispute(services.secretBox, dispute.disputeId, { party, isPerson, note }),
  });
}

/** Enters a dispute with its first stage. */
export async function enterDispute(
  context: DisputeContext,
  ids: OrganIds,
  { stage, ...fields }: DisputeFields & { readonly stage: RegisteredStage },
): Promise<Result<{ readonly disputeId: string }, Rejection>> {
  const { change, reaches, now, newId } = context;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (!isOrganInLaw(organ.kind)) {
      const detail = '村（居）民委员会不是行政机关，不登记行政复议、行政诉讼案件。';
      return err({ code: 'state-refuses', detail });
    }
    const disputeId = newId();
    const row = await rowOfFacts(transaction, context, { ...ids, disputeId }, fields);
    const errors = [
      ...(row.ok ? [] : row.error),
      ...actErrors(fields, stage, civilDateAt(now())),
      ...faultsOfStage(fields.kind, [stage], 0, civilDateAt(now())).own.map(({ pointer, message }) => ({
        pointer: `/stage${pointer}`,
        message,
      })),
      ...(await numberTaken(transaction, { ...ids, disputeId: null }, stage, '/stage/number')),
    ];
    if (!row.ok || errors.length > 0) return err({ code: 'invalid', errors });
    const { openedOn, settledOn } = spanOf([stage]);
    const key = { region_id: ids.regionId, dispute_id: disputeId, organ_id: ids.organId };
    await transaction
      .insertInto('dispute')
      .values({
        ...key,
        ...row.value,
        opened_on: openedOn,
        settled_on: settledOn,
        entered_at: now(),
        removed_at: null,
      })
      .execute();
    await transaction
      .insertInto('dispute_stage')
      .values({ ...key, sequence: 1, ...stageColumns(stage) })
      .execute();
    const after = { ...plainFacts(fields), stage };
    const event = { type: 'enter', data: { after }, reason: '' } as const;
    await appendDisputeEvent(transaction, context, { regionId: ids.regionId, disputeId }, event);
    return ok({
      value: { disputeId },
      subject: `dispute/${disputeId}`,
      organPath: organ.path,
      details: { after: { ...plainFacts(fields), stage: plainStage(stage) } },
      personal: { party: fields.party },
    });
  });
}
