import type { Actor } from '@zhaoshi/domain/permission/can';
import { isRole, type Role } from '@zhaoshi/domain/permission/roles';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** An organ in which a person has roles. */
export interface MembershipOrgan {
  readonly regionId: string;
  readonly organId: string;
  readonly name: string;
  readonly path: string;
  readonly jurisdiction: string;
  readonly roles: readonly Role[];
}

/** For a government's office what the government reaches, for any other organ what the organ reaches. */
export const jurisdictionOf = (kind: string, path: string): string =>
  kind === 'governmentOrgan' ? path.replace(/[^/]+\/$/, '') : path;

/** The organs in which an account has roles now, in the order of their names. */
export async function membershipsOf(
  database: Kysely<Schema>,
  accountId: string,
): Promise<readonly MembershipOrgan[]> {
  const rows = await database
    .selectFrom('membership')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'membership.region_id')
        .onRef('organ.organ_id', '=', 'membership.organ_id'),
    )
    .select([
      'organ.region_id',
      'organ.organ_id',
      'organ.name',
      'organ.kind',
      'organ.path',
      'membership.role',
    ])
    .where('membership.account_id', '=', accountId)
    .where('membership.revoked_at', 'is', null)
    // Nobody acts for an organ that is no longer there.
    .where(sql<boolean>`(organ.valid_to is null or organ.valid_to > civil_today())`)
    .orderBy('organ.name')
    .execute();
  const organs = new Map<string, MembershipOrgan & { readonly roles: Role[] }>();
  for (const row of rows) {
    const organ = organs.get(row.path) ?? {
      regionId: row.region_id,
      organId: row.organ_id,
      name: row.name,
      path: row.path,
      jurisdiction: jurisdictionOf(row.kind, row.path),
      roles: [],
    };
    if (isRole(row.role)) organ.roles.push(row.role);
    organs.set(row.path, organ);
  }
  return [...organs.values()];
}

/** Nobody's place: a path that no organ's path begins with. */
const NOWHERE = '-';

export const actorIn = (organ: MembershipOrgan | undefined, secondFactor: boolean): Actor => ({
  roles: organ?.roles ?? [],
  path: organ?.path ?? NOWHERE,
  jurisdiction: organ?.jurisdiction ?? NOWHERE,
  secondFactor,
});
