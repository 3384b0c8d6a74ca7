import { managedThrough } from '@zhaoshi/domain/permission/account-reach';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { isRole, type Role } from '@zhaoshi/domain/permission/roles';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { likePattern } from '../like-pattern.ts';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import { jurisdictionOf } from './caller.ts';
import { type IdentityRow, identitiesOf } from './own-account.ts';
import { reachedOrgan } from './reached-organ.ts';

/** A role in an organ, now or, of an account that has none any more, formerly. */
export interface HeldMembership {
  readonly regionId: string;
  readonly membershipId: string;
  readonly organId: string;
  readonly organName: string;
  readonly path: string;
  /** What the right to manage accounts has to reach for seeing to this role and to whoever holds it. */
  readonly managedThrough: string;
  readonly role: Role;
  readonly grantedAt: Date;
  readonly inForce: boolean;
}

const COLUMNS = [
  'account.account_id',
  'account.login_name',
  'account.display_name',
  'account.locked_until',
  'account.disabled_at',
  'account.created_at',
  'account.is_demonstration',
  'account.version',
  'account.totp_confirmed_at',
] as const;

const accountRows = (database: Kysely<Schema>) =>
  database.selectFrom('account').select((eb) => [
    ...COLUMNS,
    sql<boolean>`account.password_hash is not null`.as('has_password'),
    eb
      .selectFrom('session')
      .select((session) => session.fn.max('last_seen_at').as('last'))
      .whereRef('session.account_id', '=', 'account.account_id')
      .as('last_seen_at'),
  ]);

type AccountColumns = Awaited<ReturnType<ReturnType<typeof accountRows>['execute']>>[number];

/** An account with the memberships that decide who may administer it. */
export type AccountRow = AccountColumns & {
  readonly memberships: readonly HeldMembership[];
  readonly identities: readonly IdentityRow[];
};

async function membershipsOfAll(
  database: Kysely<Schema>,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HeldMembership[]>> {
  const rows = await database
    .selectFrom('membership')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'membership.region_id')
        .onRef('organ.organ_id', '=', 'membership.organ_id'),
    )
    .select([
      'membership.account_id',
      'membership.region_id',
      'membership.membership_id',
      'membership.organ_id',
      'membership.role',
      'membership.granted_at',
      'membership.revoked_at',
      'organ.name',
      'organ.kind',
      'organ.path',
    ])
    .where('membership.account_id', 'in', accountIds)
    .orderBy('organ.path')
    .orderBy('membership.granted_at')
    .execute();
  const held = new Map<string, HeldMembership[]>();
  for (const row of rows) {
    if (!isRole(row.role)) continue;
    const place = { path: row.path, jurisdiction: jurisdictionOf(row.kind, row.path) };
    const inForce = row.revoked_at === null;
    const membership: HeldMembership = {
      regionId: row.region_id,
      membershipId: row.membership_id,
      organId: row.organ_id,
      organName: row.name,
      path: row.path,
      // A former role opens nothing.
      managedThrough: inForce ? managedThrough(row.role, place) : row.path,
      role: row.role,
      grantedAt: row.granted_at,
      inForce,
    };
    held.set(row.account_id, [...(held.get(row.account_id) ?? []), membership]);
  }
  return held;
}

/** Those in force; of an account that has none any more, the former ones, so that it still has somebody in charge. */
function decidingMemberships(all: readonly HeldMembership[]): readonly HeldMembership[] {
  const inForce = all.filter((membership) => membership.inForce);
  return inForce.length > 0 ? inForce : all;
}

async function complete(
  database: Kysely<Schema>,
  rows: readonly AccountColumns[],
): Promise<readonly AccountRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.account_id);
  const [memberships, identities] = await Promise.all([
    membershipsOfAll(database, ids),
    identitiesOf(database, ids),
  ]);
  return rows.map((row) => ({
    ...row,
    memberships: decidingMemberships(memberships.get(row.account_id) ?? []),
    identities: identities.filter((identity) => identity.account_id === row.account_id),
  }));
}

export async function findAccount(
  database: Kysely<Schema>,
  accountId: string,
): Promise<AccountRow | undefined> {
  const row = await accountRows(database).where('account.account_id', '=', accountId).executeTakeFirst();
  return row && (await complete(database, [row]))[0];
}

export type AccountState = 'active' | 'locked' | 'disabled';

export interface AccountQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly search?: string | undefined;
  readonly organId?: string | undefined;
  readonly role?: Role | undefined;
  readonly state?: AccountState | undefined;
}

export const stateOf = (
  { disabled_at, locked_until }: Pick<AccountRow, 'disabled_at' | 'locked_until'>,
  at: Date,
): AccountState => {
  if (disabled_at !== null) return 'disabled';
  return locked_until !== null && locked_until > at ? 'locked' : 'active';
};

/** Membership in force, or a former one of an account that has none any more, in an organ that the right reaches. */
function hasMembershipWithin(
  eb: ExpressionBuilder<Schema, 'account'>,
  actor: Actor,
  permission: Permission,
  { organId, role }: AccountQuery,
) {
  return eb.exists(
    eb
      .selectFrom('membership')
      .innerJoin('organ', (join) =>
        join
          .onRef('organ.region_id', '=', 'membership.region_id')
          .onRef('organ.organ_id', '=', 'membership.organ_id'),
      )
      .select('membership.membership_id')
      .whereRef('membership.account_id', '=', 'account.account_id')
      .where(reachedOrgan(actor, permission))
      .where(
        sql<boolean>`(membership.revoked_at is null or not exists (select from membership other
          where other.account_id = account.account_id and other.revoked_at is null))`,
      )
      .$if(organId !== undefined, (query) => query.where('membership.organ_id', '=', organId ?? ''))
      .$if(role !== undefined, (query) => query.where('membership.role', '=', role ?? 'drafter')),
  );
}

const inState = (state: AccountState, at: Date) => {
  if (state === 'disabled') return sql<boolean>`account.disabled_at is not null`;
  return state === 'locked'
    ? sql<boolean>`account.disabled_at is null and account.locked_until > ${at}`
    : sql<boolean>`account.disabled_at is null and (account.locked_until is null or account.locked_until <= ${at})`;
};

const BYTE_ORDER = sql<string>`account.login_name collate "C"`;

/** Accounts with a membership that the right reaches, in the order of their login names. */
export async function listAccounts(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  wanted: AccountQuery,
  at: Date,
): Promise<readonly AccountRow[]> {
  const { cursor, limit, search, state } = wanted;
  const after = decodeCursor(cursor, z.tuple([z.string()]));
  const pattern = likePattern(search ?? '');
  const rows = await accountRows(database)
    .where((eb) => hasMembershipWithin(eb, actor, permission, wanted))
    .$if(search !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('account.login_name', 'ilike', pattern), eb('account.display_name', 'ilike', pattern)]),
      ),
    )
    .$if(state !== undefined, (query) => query.where(inState(state ?? 'active', at)))
    .$if(after !== null, (query) => query.where(BYTE_ORDER, '>', after?.[0] ?? ''))
    .orderBy(BYTE_ORDER)
    .limit(limit + 1)
    .execute();
  return await complete(database, rows);
}
