import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import {
  type ComplaintFinding,
  type ComplaintState,
  hindranceOf,
  type OtherWay,
  statusAfter,
} from '@zhaoshi/domain/oversight/complaint';
import type { OrderKind } from '@zhaoshi/domain/oversight/remediation';
import { sql, type Transaction } from 'kysely';
import { type ComplaintIds, type ComplaintRow, lockComplaint } from '../../db/queries/complaints.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';
import { sealWords } from './complaint-seal.ts';
import { issueOrder } from './issue-order.ts';

/** What is done in a complaint, with what has to be said about it. */
export type ComplaintAct =
  | { readonly type: 'accept' | 'close' }
  | { readonly type: 'redirect'; readonly way: OtherWay; readonly words: string }
  | { readonly type: 'extend' | 'tell'; readonly words: string }
  | { readonly type: 'find'; readonly finding: ComplaintFinding; readonly words: string }
  | {
      readonly type: OrderKind;
      /** 文号; empty: none. */
      readonly number: string;
      /** What was found, as the unit is told it. */
      readonly facts: string;
      /** What is asked. */
      readonly words: string;
      readonly dueOn: CivilDate;
    }
  | { readonly type: 'refer'; readonly organ: string; readonly words: string };

type ComplaintContext = ChangeContext & { readonly services: Pick<Services, 'secretBox'> };

/** A complaint as its rules see it. */
export const stateOfComplaint = (row: ComplaintRow): ComplaintState => ({
  kind: row.kind,
  // A stored civil date.
  receivedOn: row.received_on as CivilDate,
  status: row.status,
  finding: row.finding,
  isExtended: row.is_extended,
  orders: row.orders,
  circulars: row.circulars,
});

type Ordering = Extract<ComplaintAct, { readonly type: OrderKind }>;

const isOrder = (act: ComplaintAct): act is Ordering => act.type === 'order' || act.type === 'circular';

function faultsOf(act: ComplaintAct, today: CivilDate): readonly FieldError[] {
  return isOrder(act) && act.dueOn < today ? [{ pointer: '/dueOn', message: '整改期限不能早于今天' }] : [];
}

/** The facts of an act without words. */
function factsOf(act: ComplaintAct): Readonly<Record<string, string>> {
  if (act.type === 'redirect') return { way: act.way };
  if (act.type === 'find') return { finding: act.finding };
  if (isOrder(act)) return { dueOn: act.dueOn, ...(act.number !== '' && { number: act.number }) };
  return act.type === 'refer' ? { organ: act.organ } : {};
}

/** What the trail has of an act: its kinds and days; what somebody typed is committed to and not kept. */
function auditOf(act: ComplaintAct) {
  const { number, organ, ...kept } = factsOf(act);
  const typed = {
    number,
    organ,
    ...('words' in act && { words: act.words }),
    ...(isOrder(act) && act.facts !== '' && { facts: act.facts }),
  };
  const personal = Object.entries(typed).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { details: { act: act.type, facts: kept }, personal: Object.fromEntries(personal) };
}

async function changeRow(
  transaction: Transaction<Schema>,
  row: ComplaintRow,
  act: ComplaintAct,
): Promise<void> {
  await transaction
    .updateTable('complaint')
    .set({
      status: statusAfter(act.type, row.status),
      ...(act.type === 'find' && { finding: act.finding }),
      ...(act.type === 'extend' && { is_extended: true }),
      ...(act.type === 'order' && { orders: row.orders + 1 }),
      ...(act.type === 'circular' && { circulars: row.circulars + 1 }),
      version: row.version + 1,
    })
    .where('region_id', '=', row.region_id)
    .where('complaint_id', '=', row.complaint_id)
    .execute();
}

async function appendEvent(
  transaction: Transaction<Schema>,
  { caller, now, services }: ComplaintContext,
  row: ComplaintRow,
  act: ComplaintAct,
): Promise<void> {
  const { rows } = await sql<{ readonly next: number }>`select count(*)::int + 1 as next from complaint_event
    where region_id = ${row.region_id}::uuid and complaint_id = ${row.complaint_id}::uuid`.execute(
    transaction,
  );
  const sequence = rows[0]?.next ?? 1;
  const place = { complaintId: row.complaint_id, sequence };
  await transaction
    .insertInto('complaint_event')
    .values({
      region_id: row.region_id,
      complaint_id: row.complaint_id,
      sequence,
      type: act.type,
      data: JSON.stringify(factsOf(act)),
      sealed: sealWords(services.secretBox, place, 'words' in act ? act.words : ''),
      recorded_by: caller.accountId,
      recorded_at: now(),
    })
    .execute();
}

async function order(
  transaction: Transaction<Schema>,
  { now, newId }: ComplaintContext,
  row: ComplaintRow,
  act: ComplaintAct,
): Promise<void> {
  if (!isOrder(act)) return;
  const orderOf = {
    unit: { regionId: row.unit_region_id, organId: row.unit_id },
    issuer: { regionId: row.region_id, organId: row.organ_id },
    source: { complaintId: row.complaint_id },
    kind: act.type,
    documentNumber: act.number,
    facts: act.facts,
    demand: act.words,
    issuedOn: civilDateAt(now()),
    dueOn: act.dueOn,
  };
  await issueOrder(transaction, orderOf, newId);
}

/** Does one thing in a complaint: takes it up, says where it belongs, finds, orders, tells, closes. */
export async function actOnComplaint(
  context: ComplaintContext,
  ids: ComplaintIds,
  act: ComplaintAct,
): Promise<Result<ComplaintIds, Rejection>> {
  const { change, reaches, now, expectedVersion } = context;
  return await change(async (transaction) => {
    const row = await lockComplaint(transaction, ids);
    if (row === undefined || !reaches(row.organ_path)) return err({ code: 'not-found' });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: ids });
    const hindrance = hindranceOf(act.type, stateOfComplaint(row));
    if (hindrance !== null) return err({ code: 'state-refuses', detail: hindrance });
    const errors = faultsOf(act, civilDateAt(now()));
    if (errors.length > 0) return err({ code: 'invalid', errors: [...errors] });
    await order(transaction, context, row, act);
    await changeRow(transaction, row, act);
    await appendEvent(transaction, context, row, act);
    return ok({
      value: ids,
      subject: `complaint/${ids.complaintId}`,
      organPath: row.organ_path,
      ...auditOf(act),
    });
  });
}
