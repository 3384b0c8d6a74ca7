import { randomBytes } from 'node:crypto';
import type { Rejection } from '@zhaoshi/contract/problems';
import { chineseSpan } from '@zhaoshi/domain/kernel/chinese-date';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { supervises } from '@zhaoshi/domain/oversight/complaint-handler';
import { checklistOf, drawSample } from '@zhaoshi/domain/oversight/inspection';
import type { Transaction } from 'kysely';
import { jurisdictionOf } from '../../db/queries/caller.ts';
import {
  findInspection,
  type InspectionIds,
  inspectedUnits,
  inspectionItems,
  publishedItems,
} from '../../db/queries/inspections.ts';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';

/** What is to be inspected: how many published items of whom, and what is asked of each. */
export interface NewInspection {
  readonly title: string;
  readonly publishedFrom: CivilDate;
  readonly publishedUntil: CivilDate;
  readonly perUnit: number;
  /** Empty: drawn. */
  readonly seed: string;
  readonly checklist: readonly string[];
  readonly units: readonly OrganIds[];
}

interface Drawn {
  readonly unit: OrganIds;
  readonly published: number;
  readonly items: readonly { readonly documentId: string; readonly edition: number }[];
}

const SEED_BYTES = 8;

async function drawOf(
  transaction: Transaction<Schema>,
  { publishedFrom: from, publishedUntil: until, perUnit }: NewInspection,
  unit: OrganIds,
  seed: string,
): Promise<Drawn> {
  const published = await publishedItems(transaction, unit, { from, until });
  const editions = new Map(published.map(({ document_id, edition }) => [document_id, edition]));
  const items = drawSample([...editions.keys()], seed, perUnit).map((documentId) => ({
    documentId,
    edition: editions.get(documentId) ?? 1,
  }));
  return { unit, published: published.length, items };
}

interface Kept {
  readonly title: string;
  readonly publishedFrom: string;
  readonly publishedUntil: string;
  readonly perUnit: number;
  readonly seed: string;
  readonly checklist: string;
  readonly precedingId: string | null;
}

async function insertDrawn(
  transaction: Transaction<Schema>,
  ids: InspectionIds,
  drawn: readonly Drawn[],
): Promise<void> {
  const key = { region_id: ids.regionId, inspection_id: ids.inspectionId };
  await transaction
    .insertInto('inspection_unit')
    .values(
      drawn.map(({ unit, published }) => ({
        ...key,
        unit_region_id: unit.regionId,
        unit_id: unit.organId,
        published,
      })),
    )
    .execute();
  const items = drawn
    .flatMap(({ unit, items: own }) => own.map((item) => ({ unit, ...item })))
    .map(({ unit, documentId, edition }, index) => ({
      ...key,
      item: index + 1,
      unit_region_id: unit.regionId,
      unit_id: unit.organId,
      document_id: documentId,
      edition,
    }));
  if (items.length > 0) await transaction.insertInto('inspection_item').values(items).execute();
}

async function insertInspection(
  transaction: Transaction<Schema>,
  { caller, now, newId }: ChangeContext,
  organ: OrganIds,
  kept: Kept,
  drawn: readonly Drawn[],
): Promise<string> {
  const inspectionId = newId();
  await transaction
    .insertInto('inspection')
    .values({
      region_id: organ.regionId,
      inspection_id: inspectionId,
      organ_id: organ.organId,
      title: kept.title,
      published_from: kept.publishedFrom,
      published_until: kept.publishedUntil,
      per_unit: kept.perUnit,
      seed: kept.seed,
      checklist: kept.checklist,
      preceding_id: kept.precedingId,
      created_by: caller.accountId,
      created_at: now(),
    })
    .execute();
  await insertDrawn(transaction, { regionId: organ.regionId, inspectionId }, drawn);
  return inspectionId;
}

/** What is wrong with the units: each once, and each one that the organ supervises. */
async function faultOfUnits(
  transaction: Transaction<Schema>,
  organ: OrganRow,
  units: readonly OrganIds[],
): Promise<string | null> {
  const jurisdiction = jurisdictionOf(organ.kind, organ.path);
  for (const unit of units) {
    const found = await findOrgan(transaction, unit);
    if (found === undefined || !supervises({ path: organ.path, jurisdiction }, found.path))
      return `${found?.name ?? '有一个单位'}不由${organ.name}监督，请去掉`;
  }
  return new Set(units.map(({ organId }) => organId)).size < units.length ? '同一个单位选了两次' : null;
}

/** An inspection of nothing would stand in the list as one that was held. */
const nothingDrawn = ({ publishedFrom, publishedUntil }: NewInspection): Rejection => {
  const days = chineseSpan(publishedFrom, publishedUntil);
  const message = `所选的单位没有在${days}公开、现在还公开着的信息，没有抽到，也没有保存。请改日期或者换单位。`;
  return { code: 'invalid', errors: [{ pointer: '/units', message }] };
};

/** Plans an inspection and draws its items at once; whoever has the seed draws the same again. */
export async function createInspection(
  context: ChangeContext,
  ids: OrganIds,
  plan: NewInspection,
): Promise<Result<{ readonly inspectionId: string }, Rejection>> {
  const { change, reaches, now } = context;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (plan.publishedUntil < plan.publishedFrom) {
      const message = '不能早于起始日期';
      return err({ code: 'invalid', errors: [{ pointer: '/publishedUntil', message }] });
    }
    const fault = await faultOfUnits(transaction, organ, plan.units);
    if (fault !== null) return err({ code: 'invalid', errors: [{ pointer: '/units', message: fault }] });
    const seed =
      plan.seed === '' ? `${civilDateAt(now())}-${randomBytes(SEED_BYTES).toString('hex')}` : plan.seed;
    const drawn: Drawn[] = [];
    for (const unit of plan.units) drawn.push(await drawOf(transaction, plan, unit, seed));
    if (drawn.every(({ items }) => items.length === 0)) return err(nothingDrawn(plan));
    const checklist = JSON.stringify(checklistOf(plan.checklist));
    const kept = { ...plan, seed, checklist, precedingId: null };
    const inspectionId = await insertInspection(transaction, context, ids, kept, drawn);
    return ok({
      value: { inspectionId },
      subject: `inspection/${inspectionId}`,
      organPath: organ.path,
      details: { seed, perUnit: plan.perUnit, units: plan.units.length },
    });
  });
}

/** 复查: looks again at every item of an inspection in which a fault was found. */
export async function inspectAgain(
  context: ChangeContext,
  ids: InspectionIds,
): Promise<Result<{ readonly inspectionId: string }, Rejection>> {
  const { change, reaches } = context;
  return await change(async (transaction) => {
    const row = await findInspection(transaction, ids);
    if (row === undefined || !reaches(row.organ_path)) return err({ code: 'not-found' });
    const items = await inspectionItems(transaction, ids);
    const faulty = items.filter(({ verdict }) => verdict === 'fault');
    if (faulty.length === 0)
      return err({ code: 'state-refuses', detail: '这次检查没有登记发现问题的信息，不需要复查。' });
    const units = await inspectedUnits(transaction, ids);
    const drawn = units
      .map(({ regionId, organId, published }) => ({
        unit: { regionId, organId },
        published,
        items: faulty
          .filter(({ unit_id }) => unit_id === organId)
          .map(({ document_id: documentId, edition }) => ({ documentId, edition })),
      }))
      .filter((one) => one.items.length > 0);
    const kept = {
      title: `${row.title.slice(0, 90)}（复查）`,
      publishedFrom: row.published_from,
      publishedUntil: row.published_until,
      perUnit: row.per_unit,
      seed: row.seed,
      checklist: JSON.stringify(row.checklist),
      precedingId: ids.inspectionId,
    };
    const organ = { regionId: row.region_id, organId: row.organ_id };
    const inspectionId = await insertInspection(transaction, context, organ, kept, drawn);
    return ok({
      value: { inspectionId },
      subject: `inspection/${inspectionId}`,
      organPath: row.organ_path,
      details: { preceding: ids.inspectionId, items: faulty.length },
    });
  });
}
