import type { TreeKind } from '@zhaoshi/domain/organ/tree';
import type { Actor } from '@zhaoshi/domain/permission/can';
import { isRole, type Role } from '@zhaoshi/domain/permission/roles';
import { type Kysely, sql } from 'kysely';
import { KEPT_PLAN } from '../prepare-statements.ts';
import type { Schema } from '../schema.ts';
import { LEFT_SOMETHING, organsLeftTo } from './heirs.ts';

/** An organ in which a person has roles. */
export interface MembershipOrgan {
  readonly regionId: string;
  readonly organId: string;
  readonly name: string;
  readonly kind: TreeKind;
  readonly path: string;
  readonly jurisdiction: string;
  readonly roles: readonly Role[];
}

/** For a government's office what the government reaches, for any other organ what the organ reaches. */
export const jurisdictionOf = (kind: string, path: string): string =>
  kind === 'governmentOrgan' ? path.replace(/[^/]+\/$/, '') : path;

/** An organ in which a person was given roles. */
export interface GivenOrgan extends MembershipOrgan {
  /** Whether anything was left to it, so that its inheritance is worth asking for: each call of a person asks. */
  readonly hasInherited: boolean;
}

/** The organs in which an account has been given roles and that are there now, in the order of their names. */
export async function givenMemberships(
  database: Kysely<Schema>,
  accountId: string,
): Promise<readonly GivenOrgan[]> {
  const rows = await database
    .selectFrom('membership')
    .modifyFront(KEPT_PLAN)
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
      LEFT_SOMETHING.as('has_inherited'),
    ])
    .where('membership.account_id', '=', accountId)
    .where('membership.revoked_at', 'is', null)
    // Who was in an organ that is no longer there does not act for it: its heirs do.
    .where(sql<boolean>`(organ.valid_to is null or organ.valid_to > civil_today())`)
    .orderBy('organ.name')
    .execute();
  const organs = new Map<string, GivenOrgan & { readonly roles: Role[] }>();
  for (const row of rows) {
    const organ = organs.get(row.path) ?? {
      regionId: row.region_id,
      organId: row.organ_id,
      name: row.name,
      kind: row.kind,
      path: row.path,
      jurisdiction: jurisdictionOf(row.kind, row.path),
      roles: [],
      hasInherited: row.has_inherited,
    };
    if (isRole(row.role)) organ.roles.push(row.role);
    organs.set(row.path, organ);
  }
  return [...organs.values()];
}

/**
 * Some organs, and after them those that are no more and whose powers they exercise: what these left open is theirs to
 * finish, with the roles they have themselves.
 */
export async function withInherited(
  database: Kysely<Schema>,
  own: readonly GivenOrgan[],
): Promise<readonly MembershipOrgan[]> {
  const inherited = await organsLeftTo(
    database,
    own.filter(({ hasInherited }) => hasInherited),
  );
  return [
    ...own,
    ...inherited.map(({ region_id, organ_id, name, kind, path, heir_id }) => ({
      regionId: region_id,
      organId: organ_id,
      name: `${name}（已撤销）`,
      kind,
      path,
      jurisdiction: jurisdictionOf(kind, path),
      roles: own.find(({ organId }) => organId === heir_id)?.roles ?? [],
    })),
  ];
}

/** The organs in which an account has roles now, in the order of their names, with what they inherited. */
export const membershipsOf = async (
  database: Kysely<Schema>,
  accountId: string,
): Promise<readonly MembershipOrgan[]> =>
  await withInherited(database, await givenMemberships(database, accountId));

/** Nobody's place: a path that no organ's path begins with. */
const NOWHERE = '-';

export const actorIn = (organ: MembershipOrgan | undefined, secondFactor: boolean): Actor => ({
  roles: organ?.roles ?? [],
  path: organ?.path ?? NOWHERE,
  jurisdiction: organ?.jurisdiction ?? NOWHERE,
  secondFactor,
});
