import { TREE_KIND_NAMES } from '@zhaoshi/domain/organ/tree';
import { isRole, ROLES_WITH_SECOND_FACTOR, type Role } from '@zhaoshi/domain/permission/roles';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { totpCode } from '../identity/totp.ts';
import { DEMONSTRATION_PASSWORD, DEMONSTRATION_TOTP_KEY } from './people.ts';

/** One invented person and where they serve. */
export interface DemonstrationAccount {
  readonly loginName: string;
  readonly displayName: string;
  readonly posts: readonly { readonly organ: string; readonly roles: readonly Role[] }[];
  readonly needsSecondFactor: boolean;
}

/** How to look around in the demonstration. */
export interface DemonstrationAccess {
  readonly password: string;
  readonly secondFactor: { readonly secret: string; readonly code: string };
  readonly accounts: readonly DemonstrationAccount[];
}

const membershipRows = async (database: Kysely<Schema>) =>
  await database
    .selectFrom('account')
    .innerJoin('membership', 'membership.account_id', 'account.account_id')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'membership.region_id')
        .onRef('organ.organ_id', '=', 'membership.organ_id'),
    )
    .innerJoin('region', 'region.region_id', 'organ.region_id')
    .select(['account.login_name', 'account.display_name', 'organ.name', 'membership.role'])
    .where('account.is_demonstration', '=', true)
    .where('account.disabled_at', 'is', null)
    .where('membership.revoked_at', 'is', null)
    // As a reader looks for them: the city before its counties, governments before townships, then by house.
    .orderBy((build) => build.case().when('region.parent_id', 'is', null).then(0).else(1).end())
    .orderBy('region.slug')
    .orderBy(sql`array_position(${TREE_KIND_NAMES}::text[], organ.kind)`)
    .orderBy('organ.slug')
    .orderBy('account.login_name')
    .orderBy('membership.role')
    .execute();

function accountOf(rows: Awaited<ReturnType<typeof membershipRows>>): DemonstrationAccount[] {
  const [first] = rows;
  if (first === undefined) return [];
  const roles = rows.flatMap(({ role }) => (isRole(role) ? [role] : []));
  return [
    {
      loginName: first.login_name,
      displayName: first.display_name,
      posts: [...Map.groupBy(rows, ({ name }) => name)].map(([organ, posts]) => ({
        organ,
        roles: posts.flatMap(({ role }) => (isRole(role) ? [role] : [])),
      })),
      needsSecondFactor: roles.some((role) => ROLES_WITH_SECOND_FACTOR.has(role)),
    },
  ];
}

/** How to sign in to the demonstration; `null` where there is none, or anything real. */
export async function readDemonstrationAccess(
  database: Kysely<Schema>,
  at: Date,
): Promise<DemonstrationAccess | null> {
  const regions = await database.selectFrom('region').select('is_demonstration').distinct().execute();
  if (regions.length !== 1 || regions[0]?.is_demonstration !== true) return null;
  const rows = await membershipRows(database);
  return {
    password: DEMONSTRATION_PASSWORD,
    secondFactor: { secret: DEMONSTRATION_TOTP_KEY, code: totpCode(DEMONSTRATION_TOTP_KEY, at) },
    accounts: [...Map.groupBy(rows, ({ login_name }) => login_name).values()].flatMap(accountOf),
  };
}
