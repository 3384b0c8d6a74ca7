import { PERMISSIONS } from '@zhaoshi/domain/permission/permissions';
import { isRole, type Role } from '@zhaoshi/domain/permission/roles';
import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { actingOrgan } from './heirs.ts';
import type { OrganIds } from './organs.ts';

/** Roles that work on cases. */
const HANDLING = Object.keys(PERMISSIONS['application.handle'].allows).filter(isRole);

export interface ApplicationOfficer {
  readonly accountId: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
}

/** The people who may work on an organ's applications, by name; of one that is no more those of who exercises its powers. */
export async function applicationOfficers(
  database: Kysely<Schema>,
  organ: OrganIds,
): Promise<readonly ApplicationOfficer[]> {
  const { regionId, organId } = await actingOrgan(database, organ);
  const rows = await database
    .selectFrom('membership')
    .innerJoin('account', 'account.account_id', 'membership.account_id')
    .select(['account.account_id', 'account.display_name', 'membership.role'])
    .where('membership.region_id', '=', regionId)
    .where('membership.organ_id', '=', organId)
    .where('membership.revoked_at', 'is', null)
    .where('membership.role', 'in', HANDLING)
    .where('account.disabled_at', 'is', null)
    .orderBy('account.display_name')
    .orderBy('account.account_id')
    .execute();
  const people = Map.groupBy(rows, ({ account_id }) => account_id);
  return [...people].map(([accountId, held]) => ({
    accountId,
    displayName: held[0]?.display_name ?? '',
    roles: held.map(({ role }) => role),
  }));
}
