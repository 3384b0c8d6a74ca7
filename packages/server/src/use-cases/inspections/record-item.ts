import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import { inBookMarks } from '@zhaoshi/domain/kernel/book-marks';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { InspectionVerdict } from '@zhaoshi/domain/oversight/inspection';
import { ORDER_KINDS, type OrderKind } from '@zhaoshi/domain/oversight/remediation';
import type { Transaction } from 'kysely';
import {
  type InspectionIds,
  type InspectionRow,
  inspectionItems,
  lockInspection,
} from '../../db/queries/inspections.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import { ordersBecauseOf } from '../../db/queries/remediation-orders.ts';
import type { Schema } from '../../db/schema.ts';
import { attachProof } from '../complaints/attach-proof.ts';
import { issueOrder } from '../complaints/issue-order.ts';
import type { ChangeContext } from '../context.ts';

/** What was found of an item. */
export interface ItemFinding {
  readonly item: number;
  readonly verdict: InspectionVerdict;
  /** Codes of the questions that found a fault. */
  readonly faults: readonly string[];
  readonly note: string;
  /** A photograph, uploaded before. */
  readonly fileId: string | null;
}

function faultsOf({ checklist }: InspectionRow, { verdict, faults }: ItemFinding): readonly FieldError[] {
  const known = new Set(checklist.map(({ code }) => code));
  const wrong = (message: string) => [{ pointer: '/faults', message }];
  if (verdict === 'fault' && faults.length === 0) return wrong('请选择哪些检查项目发现问题');
  if (verdict !== 'fault' && faults.length > 0) return wrong('没有发现问题的，不选检查项目');
  return faults.every((code) => known.has(code)) ? [] : wrong('没有这个检查项目');
}

async function raise(transaction: Transaction<Schema>, row: InspectionRow): Promise<void> {
  await transaction
    .updateTable('inspection')
    .set({ version: row.version + 1 })
    .where('region_id', '=', row.region_id)
    .where('inspection_id', '=', row.inspection_id)
    .execute();
}

/** The inspection in the version that the person saw, locked, of an organ that the right reaches. */
async function seenInspection(
  transaction: Transaction<Schema>,
  { reaches, expectedVersion }: ChangeContext,
  ids: InspectionIds,
): Promise<Result<InspectionRow, Rejection>> {
  const row = await lockInspection(transaction, ids);
  if (row === undefined || !reaches(row.organ_path)) return err({ code: 'not-found' });
  return row.version === expectedVersion ? ok(row) : err({ code: 'stale', current: ids });
}

/** Enters what was found of one item; entered anew it takes the place of what was entered before. */
export async function recordItem(
  context: ChangeContext,
  ids: InspectionIds,
  finding: ItemFinding,
): Promise<Result<InspectionIds, Rejection>> {
  const { change, caller, now } = context;
  return await change(async (transaction) => {
    const seen = await seenInspection(transaction, context, ids);
    if (!seen.ok) return seen;
    const row = seen.value;
    const errors = faultsOf(row, finding);
    if (errors.length > 0) return err({ code: 'invalid', errors: [...errors] });
    const { item, verdict, faults, note, fileId } = finding;
    const photo = { regionId: row.region_id, organId: row.organ_id, fileId };
    const attached = await attachProof(transaction, photo);
    if (!attached.ok) return attached;
    const { numUpdatedRows } = await transaction
      .updateTable('inspection_item')
      .set({
        verdict,
        faults: [...new Set(faults)],
        note,
        file_id: fileId,
        checked_by: caller.accountId,
        checked_on: civilDateAt(now()),
      })
      .where('region_id', '=', ids.regionId)
      .where('inspection_id', '=', ids.inspectionId)
      .where('item', '=', item)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return err({ code: 'not-found' });
    await raise(transaction, row);
    return ok({
      value: ids,
      subject: `inspection/${ids.inspectionId}`,
      organPath: row.organ_path,
      details: { item, verdict },
    });
  });
}

const LONGEST_FACTS = 2000;

/** What is asked where nothing else is said. */
const USUAL_DEMAND = '对上述问题逐项整改，并检查本单位公开的其他信息有没有同类问题，一并整改。';

/** The faults of a unit's items as an order has them; `null`: none was found. */
async function factsOf(
  transaction: Transaction<Schema>,
  row: InspectionRow,
  unit: OrganIds,
): Promise<string | null> {
  const items = await inspectionItems(transaction, {
    regionId: row.region_id,
    inspectionId: row.inspection_id,
  });
  const faulty = items.filter(({ unit_id, verdict }) => unit_id === unit.organId && verdict === 'fault');
  if (faulty.length === 0) return null;
  const texts = new Map(row.checklist.map(({ code, text }) => [code, text]));
  const lines = faulty.map(({ title, faults, note }, index) => {
    const asked = faults.map((code) => texts.get(code) ?? code).join('；');
    return `${index + 1}. ${inBookMarks(title)}没有做到：${asked}${note === '' ? '' : `（${note}）`}。`;
  });
  return [`${row.title}发现下列问题：`, ...lines].join('\n').slice(0, LONGEST_FACTS);
}

/** What a unit is given because of an inspection. */
export interface InspectionOrder {
  readonly unit: OrganIds;
  readonly kind: OrderKind;
  /** 文号; a circular has one. */
  readonly number: string;
  readonly dueOn: CivilDate;
  /** What is asked; empty: that the faults are put right. */
  readonly words: string;
}

/** Gives a unit the order to put right what an inspection found of it, or a circular; each once, and then again only by a re-inspection. */
export async function orderFromInspection(
  context: ChangeContext,
  ids: InspectionIds,
  { unit, kind, number, dueOn, words }: InspectionOrder,
): Promise<Result<InspectionIds, Rejection>> {
  const { change, now, newId } = context;
  return await change(async (transaction) => {
    const seen = await seenInspection(transaction, context, ids);
    if (!seen.ok) return seen;
    const row = seen.value;
    const today = civilDateAt(now());
    if (dueOn < today)
      return err({ code: 'invalid', errors: [{ pointer: '/dueOn', message: '整改期限不能早于今天' }] });
    if (kind === 'circular' && number === '')
      return err({ code: 'invalid', errors: [{ pointer: '/number', message: '通报应当有文号' }] });
    const facts = await factsOf(transaction, row, unit);
    if (facts === null)
      return err({
        code: 'state-refuses',
        detail: '这个单位没有登记发现问题的信息，不需要下达整改通知或者通报。',
      });
    const given = await ordersBecauseOf(transaction, ids);
    if (given.some((one) => one.organ_id === unit.organId && one.kind === kind))
      return err({
        code: 'state-refuses',
        detail: `已经就这次检查向这个单位下达过${ORDER_KINDS[kind]}。`,
      });
    const issuer = { regionId: row.region_id, organId: row.organ_id };
    const source = { inspectionId: ids.inspectionId };
    const orderId = await issueOrder(
      transaction,
      {
        unit,
        issuer,
        source,
        kind,
        documentNumber: number,
        facts,
        demand: words === '' ? USUAL_DEMAND : words,
        issuedOn: today,
        dueOn,
      },
      newId,
    );
    await raise(transaction, row);
    return ok({
      value: ids,
      subject: `inspection/${ids.inspectionId}`,
      organPath: row.organ_path,
      details: { order: orderId, kind, unit: unit.organId },
    });
  });
}
