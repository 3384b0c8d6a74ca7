import { isRole, ROLES } from '@zhaoshi/domain/permission/roles';
import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** An account in a line of a terminal. */
export interface AccountOverview {
  readonly accountId: string;
  readonly loginName: string;
  readonly displayName: string;
  readonly disabled: boolean;
  readonly version: number;
  /** "<region>/<organ> role" in words. */
  readonly roles: readonly string[];
}

export async function overviewOfAccounts(database: Kysely<Schema>): Promise<readonly AccountOverview[]> {
  const rows = await database
    .selectFrom('account')
    .leftJoin('membership', (join) =>
      join.onRef('membership.account_id', '=', 'account.account_id').on('membership.revoked_at', 'is', null),
    )
    .leftJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'membership.region_id')
        .onRef('organ.organ_id', '=', 'membership.organ_id'),
    )
    .leftJoin('region', 'region.region_id', 'organ.region_id')
    .select([
      'account.account_id',
      'account.login_name',
      'account.display_name',
      'account.disabled_at',
      'account.version',
      'membership.role',
      'organ.slug as organ',
      'region.slug as region',
    ])
    .orderBy('account.login_name')
    .orderBy('organ.path')
    .execute();
  return [...Map.groupBy(rows, ({ account_id }) => account_id).values()].flatMap((ofAccount) => {
    const [first] = ofAccount;
    if (first === undefined) return [];
    const roles = ofAccount.flatMap(({ region, organ, role }) =>
      role !== null && isRole(role) ? [`${region}/${organ} ${ROLES[role]}`] : [],
    );
    return [
      {
        accountId: first.account_id,
        loginName: first.login_name,
        displayName: first.display_name,
        disabled: first.disabled_at !== null,
        version: first.version,
        roles,
      },
    ];
  });
}

/** An organ by the names in its public address. */
export async function findOrganBySlugs(database: Kysely<Schema>, region: string, organ: string) {
  return await database
    .selectFrom('organ')
    .innerJoin('region', 'region.region_id', 'organ.region_id')
    .select(['organ.region_id', 'organ.organ_id', 'organ.path'])
    .where('region.slug', '=', region)
    .where('organ.slug', '=', organ)
    .executeTakeFirst();
}
