import type { organNameRoutes } from '@zhaoshi/contract/routes/organ-names';
import { ok } from '@zhaoshi/domain/kernel/result';
import { findOrgansNamed } from '../../db/queries/organs-named.ts';
import type { Handlers } from './handler.ts';

export const organNameHandlers: Handlers<typeof organNameRoutes> = {
  find: async ({ database }, { query }) => {
    const rows = await findOrgansNamed(database, query.wanted);
    return ok({
      items: rows.map((row) => ({
        regionId: row.region_id,
        organId: row.organ_id,
        name: row.name,
        regionName: row.region_name,
        place: row.place,
      })),
    });
  },
};
