import type { organRoutes } from '@zhaoshi/contract/routes/organs';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { pageOf } from '../../db/page.ts';
import { findOrgan, listOrgans, type OrganRow } from '../../db/queries/organs.ts';
import { editOrgan } from '../../use-cases/organs/edit-organ.ts';
import { type CallContext, type Handlers, presentResult } from './handler.ts';

const present = (row: OrganRow, { abilities }: Pick<CallContext, 'abilities'>) => ({
  regionId: row.region_id,
  organId: row.organ_id,
  name: row.name,
  kind: row.kind,
  level: row.level,
  slug: row.slug,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  version: row.version,
  abilities: abilities(row.path),
});

export const organHandlers: Handlers<typeof organRoutes> = {
  list: async (context, { query }) => {
    const rows = await listOrgans(context.database, context.caller.actor, context.permission, query);
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) => [row.path],
        (row) => present(row, context),
      ),
    );
  },
  read: async (context, { params }) => {
    const row = await findOrgan(context.database, params);
    if (row === undefined || !context.reaches(row.path)) return err({ code: 'not-found' });
    return ok(present(row, context));
  },
  edit: async (context, { params, body }) =>
    presentResult(await editOrgan(context, { ...params, ...body }), (row) => present(row, context)),
};
