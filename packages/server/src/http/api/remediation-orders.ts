import type {
  remediationRoutes,
  remediationRow,
  shownRemediation,
} from '@zhaoshi/contract/routes/remediation-orders';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { oversightLetter } from '@zhaoshi/domain/oversight/oversight-letter';
import { OWED_BY_UNIT } from '@zhaoshi/domain/oversight/remediation';
import type { z } from 'zod';
import { pageOf } from '../../db/page.ts';
import { findFile } from '../../db/queries/files.ts';
import {
  findOrder,
  listOrders,
  type OrderIds,
  type OrderRow,
  orderEvents,
} from '../../db/queries/remediation-orders.ts';
import { changeOrder } from '../../use-cases/complaints/change-order.ts';
import { sendFile } from './file-bytes.ts';
import { type Handlers, type ReadContext, shownAfter } from './handler.ts';
import { letterAsFile } from './letter-as-file.ts';

// Stored civil dates, and texts that the contract has checked.
const day = (text: string): CivilDate => text as CivilDate;

/** An order as lists show it. */
export const presentOrderRow = (row: OrderRow, today: CivilDate): z.input<typeof remediationRow> => ({
  regionId: row.region_id,
  organId: row.organ_id,
  orderId: row.order_id,
  organName: row.organ_name,
  issuerName: row.issuer_name,
  kind: row.kind,
  documentNumber: row.document_number,
  demand: row.demand,
  issuedOn: row.issued_on,
  dueOn: row.due_on,
  isOverdue: OWED_BY_UNIT.some((status) => status === row.status) && row.due_on < today,
  status: row.status,
});

/** An order on its page, for whom the right reaches at the unit or, by `at`, at whoever gave it. */
async function shownOrder(
  { database, reaches, abilities, now }: ReadContext,
  ids: OrderIds,
  at: 'organ_path' | 'issuer_path' = 'organ_path',
): Promise<z.input<typeof shownRemediation> | undefined> {
  const row = await findOrder(database, ids);
  if (row === undefined || !reaches(row[at])) return undefined;
  const events = await orderEvents(database, ids);
  return {
    ...presentOrderRow(row, civilDateAt(now())),
    facts: row.facts,
    events: events.map((event) => ({
      sequence: event.sequence,
      type: event.type,
      words: event.words,
      dueOn: event.due_on,
      hasFile: event.file_id !== null,
      by: event.display_name,
      at: event.recorded_at.toISOString(),
    })),
    version: row.version,
    abilities: abilities(row.organ_path),
    issuerAbilities: abilities(row.issuer_path),
  };
}

export const remediationHandlers: Handlers<typeof remediationRoutes> = {
  list: async ({ database, caller, permission, now }, { query }) => {
    const today = civilDateAt(now());
    const rows = await listOrders(database, caller.actor, permission, query);
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) => [row.issued_on, row.order_id],
        (row) => presentOrderRow(row, today),
      ),
    );
  },
  read: async (context, { params }) => {
    const found = await shownOrder(context, params);
    return found === undefined ? err({ code: 'not-found' }) : ok(found);
  },
  letter: async ({ database, reaches }, { params, query }) => {
    const row = await findOrder(database, params);
    if (row === undefined || !reaches(row.organ_path)) return err({ code: 'not-found' });
    const letter = oversightLetter({
      kind: row.kind,
      issuer: row.issuer_name,
      unit: row.organ_name,
      isVillage: row.organ_kind === 'village',
      documentNumber: row.document_number,
      facts: row.facts,
      demand: row.demand,
      issuedOn: day(row.issued_on),
      dueOn: day(row.ordered_due_on),
    });
    return ok(await letterAsFile(letter, query.format, `${row.issued_on}-${letter.title}`));
  },
  report: async (context, { params, body: { words, fileId } }) => {
    const done = await changeOrder(context, params, { type: 'report', words, fileId, dueOn: null });
    return shownAfter(done, await shownOrder(context, params));
  },
  review: async (context, { params, body: { decision, words, dueOn } }) => {
    const act = { type: decision, words, fileId: null, dueOn: dueOn === null ? null : day(dueOn) };
    const done = await changeOrder(context, params, act);
    return shownAfter(done, await shownOrder(context, params, 'issuer_path'));
  },
  proof: async (context, { params: { sequence, ...ids } }) => {
    const row = await findOrder(context.database, ids);
    if (row === undefined || !context.reaches(row.organ_path)) return err({ code: 'not-found' });
    const event = (await orderEvents(context.database, ids)).find((one) => one.sequence === sequence);
    const fileId = event?.file_id ?? null;
    const file =
      fileId === null ? undefined : await findFile(context.database, { regionId: ids.regionId, fileId });
    return file === undefined ? err({ code: 'not-found' }) : await sendFile(context, file);
  },
};
