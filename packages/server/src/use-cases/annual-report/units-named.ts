import { mayDo } from '@zhaoshi/domain/annual-report/work/decide-report-act';
import { reportStandings } from '@zhaoshi/domain/annual-report/work/report-standing';
import { rolesInForce } from '@zhaoshi/domain/permission/can';
import type { Kysely } from 'kysely';
import { findOrgan, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { Caller } from '../context.ts';
import { reportPlaces } from './report-places.ts';

/** No name is borne by more organs that one person enters reports for. */
const MOST = 20;

/** Organs of exactly this name whose report the person may enter; a short or older name finds none. */
export async function unitsNamed(
  database: Kysely<Schema>,
  name: string | null,
  { accountId, actor }: Caller,
): Promise<readonly OrganRow[]> {
  if (name === null) return [];
  const rows = await database
    .selectFrom('organ')
    .select(['region_id', 'organ_id'])
    .where('name', '=', name)
    .limit(MOST)
    .execute();
  const found = await Promise.all(
    rows.map(async (row) => {
      const organ = await findOrgan(database, { regionId: row.region_id, organId: row.organ_id });
      if (organ === undefined) return [];
      const standings = reportStandings(actor, await reportPlaces(database, organ));
      return mayDo('enterFile', { id: accountId, roles: rolesInForce(actor), standings }) ? [organ] : [];
    }),
  );
  return found.flat();
}
