import type { handoverRoutes } from '@zhaoshi/contract/routes/handovers';
import { handoverDue, isHandoverLate } from '@zhaoshi/domain/disclosure/channels/handover';
import { DOCUMENT_STATUSES } from '@zhaoshi/domain/disclosure/document-status';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { publicationRulesFrom } from '@zhaoshi/domain/setting/publication-rules';
import { pageOf } from '../../db/page.ts';
import {
  findHandover,
  type HandoverIds,
  type HandoverRow,
  listHandovers,
  type PendingRow,
  pendingHandovers,
} from '../../db/queries/handovers.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import { handoverPackage } from '../../use-cases/channels/handover-package.ts';
import { makeHandover, receiveHandover } from '../../use-cases/channels/make-handover.ts';
import { type DocumentRules, documentRules } from '../../use-cases/documents/document-context.ts';
import { madeFile } from './file-answer.ts';
import { type Handlers, presentStale, type ReadContext } from './handler.ts';

const present = (row: HandoverRow, { abilities }: Pick<ReadContext, 'abilities'>) => ({
  regionId: row.region_id,
  organId: row.organ_id,
  handoverId: row.handover_id,
  organName: row.organ_name,
  place: row.place,
  receiver: row.receiver,
  handedOn: row.handed_on,
  madeBy: row.maker_name,
  madeAt: row.made_at.toISOString(),
  count: row.count,
  withdrawn: row.withdrawn,
  receipt: row.receipt,
  receivedOn: row.received_on,
  version: row.version,
  abilities: abilities(row.path),
});

function presentPending(row: PendingRow, { calendar, settings, today }: DocumentRules) {
  // A stored civil date.
  const due = handoverDue(row.created_on as CivilDate, { calendar, rules: publicationRulesFrom(settings) });
  return {
    regionId: row.region_id,
    organId: row.organ_id,
    documentId: row.document_id,
    edition: row.edition,
    title: row.title,
    documentNumber: row.document_number,
    indexNumber: row.index_number,
    createdOn: row.created_on,
    publishedAt: row.visible_from.toISOString(),
    ...due,
    isLate: isHandoverLate(due, today),
    hindrance:
      row.status === 'published'
        ? null
        : `正在修改（${DOCUMENT_STATUSES[row.status]}），新版公开或者修改取消以后再移交。`,
  };
}

async function reached({ database, reaches }: ReadContext, ids: HandoverIds) {
  const row = await findHandover(database, ids);
  return row !== undefined && reaches(row.path) ? row : undefined;
}

export const handoverHandlers: Handlers<typeof handoverRoutes> = {
  list: async (context, { query }) => {
    const rows = await listHandovers(context.database, context.caller.actor, context.permission, query);
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) => [row.handed_on, row.handover_id],
        (row) => present(row, context),
      ),
    );
  },
  pending: async ({ database, reaches, now }, { params, query }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const rules = await documentRules(database, organ.path, now());
    const rows = await pendingHandovers(database, { ...params, ...query });
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) => [row.created_on, row.document_id],
        (row) => presentPending(row, rules),
      ),
    );
  },
  make: (context, { params, body }) =>
    // The contract has checked that this text is a day.
    makeHandover(context, { ...params, ...body, on: body.on as CivilDate }),
  package: async (context, { params }) => {
    const row = await reached(context, params);
    if (row === undefined) return err({ code: 'not-found' });
    const content = await handoverPackage(context.database, context.services, row);
    return ok(madeFile(`移交包-${row.handed_on}-${row.handover_id.slice(0, 8)}`, 'zip', content));
  },
  receive: async (context, { params, body }) => {
    const done = await receiveHandover(context, { ...params, ...body, on: body.on as CivilDate });
    const row = await reached(context, params);
    if (row === undefined) return err({ code: 'not-found' });
    const shown = present(row, context);
    return done.ok ? ok(shown) : presentStale(done, () => shown);
  },
};
