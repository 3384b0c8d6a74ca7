import type { inspectionRoutes, inspectionRow, shownInspection } from '@zhaoshi/contract/routes/inspections';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { documentPath, organPath } from '@zhaoshi/portal/paths';
import type { z } from 'zod';
import { pageOf } from '../../db/page.ts';
import {
  findInspection,
  followingInspections,
  type InspectionIds,
  type InspectionItemRow,
  type InspectionRow,
  inspectedUnits,
  inspectionItems,
  listInspections,
} from '../../db/queries/inspections.ts';
import { ordersBecauseOf } from '../../db/queries/remediation-orders.ts';
import { createInspection, inspectAgain } from '../../use-cases/inspections/create-inspection.ts';
import { orderFromInspection, recordItem } from '../../use-cases/inspections/record-item.ts';
import { type Handlers, type ReadContext, shownAfter } from './handler.ts';
import { presentOrderRow } from './remediation-orders.ts';

// The contract has checked that these texts are days.
const day = (text: string): CivilDate => text as CivilDate;

const presentRow = (row: InspectionRow): z.input<typeof inspectionRow> => ({
  regionId: row.region_id,
  organId: row.organ_id,
  inspectionId: row.inspection_id,
  organName: row.organ_name,
  title: row.title,
  publishedFrom: row.published_from,
  publishedUntil: row.published_until,
  units: row.units,
  items: row.items,
  checked: row.checked,
  faults: row.faults,
  createdOn: civilDateAt(row.created_at),
});

const presentItem = (row: InspectionItemRow) => ({
  item: row.item,
  unit: { regionId: row.unit_region_id, organId: row.unit_id, name: row.unit_name },
  documentId: row.document_id,
  title: row.title,
  publicPath: row.is_public ? documentPath(organPath(row.region_slug, row.unit_slug), row.public_name) : null,
  publishedOn: row.published_on,
  verdict: row.verdict,
  faults: row.faults,
  note: row.note,
  fileId: row.file_id,
  checkedBy: row.display_name,
  checkedOn: row.checked_on,
});

/** An inspection within reach on its page; `undefined` looks the same as none. */
async function shown(
  { database, reaches, abilities, now }: ReadContext,
  ids: InspectionIds,
): Promise<z.input<typeof shownInspection> | undefined> {
  const row = await findInspection(database, ids);
  if (row === undefined || !reaches(row.organ_path)) return undefined;
  const orders = await ordersBecauseOf(database, ids);
  const today = civilDateAt(now());
  return {
    ...presentRow(row),
    perUnit: row.per_unit,
    seed: row.seed,
    checklist: [...row.checklist],
    precedingId: row.preceding_id,
    followingIds: [...(await followingInspections(database, ids))],
    drawnFrom: await inspectedUnits(database, ids),
    checks: (await inspectionItems(database, ids)).map(presentItem),
    orders: orders.map((order) => presentOrderRow(order, today)),
    version: row.version,
    abilities: abilities(row.organ_path),
  };
}

export const inspectionHandlers: Handlers<typeof inspectionRoutes> = {
  list: async ({ database, caller, permission }, { query }) => {
    const rows = await listInspections(database, caller.actor, permission, query);
    return ok(
      pageOf(rows, query.limit, (row) => [row.created_at.toISOString(), row.inspection_id], presentRow),
    );
  },
  read: async (context, { params }) => {
    const found = await shown(context, params);
    return found === undefined ? err({ code: 'not-found' }) : ok(found);
  },
  create: (context, { params, body: { publishedFrom, publishedUntil, ...plan } }) =>
    createInspection(context, params, {
      ...plan,
      publishedFrom: day(publishedFrom),
      publishedUntil: day(publishedUntil),
    }),
  record: async (context, { params: { item, ...ids }, body }) =>
    shownAfter(await recordItem(context, ids, { item, ...body }), await shown(context, ids)),
  order: async (context, { params, body: { dueOn, ...order } }) =>
    shownAfter(
      await orderFromInspection(context, params, { ...order, dueOn: day(dueOn) }),
      await shown(context, params),
    ),
  again: (context, { params }) => inspectAgain(context, params),
};
