import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { mayAlsoHold, type Role } from '@zhaoshi/domain/permission/roles';
import type { Transaction } from 'kysely';
import { findOrgan, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { type AdministrationContext, roleIn, roleRefusal } from './managed-account.ts';

export interface NewMembership {
  readonly regionId: string;
  readonly organId: string;
  readonly role: Role;
}

export interface CreateAccount {
  readonly loginName: string;
  readonly displayName: string;
  readonly memberships: readonly NewMembership[];
}

export const SEPARATED: Rejection = {
  code: 'conflict',
  detail: '系统管理员和审计员不能是同一人（等级保护要求三权分立），不论在哪个机关任职。',
};

/** What of the wished memberships cannot stand together. */
function clashes(memberships: readonly NewMembership[]): Rejection | null {
  const held: Role[] = [];
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  for (const [index, { organId, role }] of memberships.entries()) {
    if (!mayAlsoHold(held, role)) return SEPARATED;
    if (seen.has(`${organId} ${role}`)) {
      errors.push({ pointer: `/memberships/${index}`, message: '同一机关的同一角色只能授予一次' });
    }
    held.push(role);
    seen.add(`${organId} ${role}`);
  }
  return errors.length > 0 ? { code: 'invalid', errors } : null;
}

async function reachedOrgans(
  transaction: Transaction<Schema>,
  reaches: (path: string) => boolean,
  memberships: readonly NewMembership[],
): Promise<readonly OrganRow[] | null> {
  const organs = await Promise.all(memberships.map((membership) => findOrgan(transaction, membership)));
  const reached = organs.filter((organ) => organ !== undefined && reaches(organ.path));
  return reached.length === memberships.length ? (reached as OrganRow[]) : null;
}

async function isInDemonstration(
  transaction: Transaction<Schema>,
  memberships: readonly NewMembership[],
): Promise<boolean> {
  const real = await transaction
    .selectFrom('region')
    .select('region_id')
    .where(
      'region_id',
      'in',
      memberships.map(({ regionId }) => regionId),
    )
    .where('is_demonstration', '=', false)
    .limit(1)
    .executeTakeFirst();
  return real === undefined;
}

/** A row of a role in an organ, from now on. */
export const membershipRow = (
  { regionId, organId, role }: NewMembership,
  ids: { readonly membershipId: string; readonly accountId: string },
  at: Date,
) => ({
  region_id: regionId,
  membership_id: ids.membershipId,
  organ_id: organId,
  account_id: ids.accountId,
  role,
  granted_at: at,
  revoked_at: null,
});

const TAKEN: Rejection = {
  code: 'conflict',
  detail: '账号已被使用。如果是同一个人，请在其账号上增加任职；否则请换一个账号名。',
};

/**
 * Makes an account with its first roles. It has no password: the person sets one by a one-time link. An existing
 * account is never taken over or changed, whatever else is sent (attack list, 16).
 *
 * @returns the new account's id
 */
export async function createAccount(
  { change, now, newId, reaches }: AdministrationContext,
  { loginName, displayName, memberships }: CreateAccount,
): Promise<Result<{ readonly accountId: string }, Rejection>> {
  return await change(async (transaction) => {
    const organs = await reachedOrgans(transaction, reaches, memberships);
    if (organs === null) return err({ code: 'not-found', detail: '机关不存在，或不在您的管辖范围内。' });
    const clash = clashes(memberships);
    if (clash !== null) return err(clash);
    for (const [index, { role }] of memberships.entries()) {
      const organ = organs[index];
      const refused = organ === undefined ? null : roleRefusal(roleIn(organ, role), reaches);
      if (refused !== null) return err(refused);
    }
    const [at, accountId] = [now(), newId()];
    const inserted = await transaction
      .insertInto('account')
      .values({
        account_id: accountId,
        login_name: loginName,
        display_name: displayName,
        created_at: at,
        is_demonstration: await isInDemonstration(transaction, memberships),
      })
      .onConflict((conflict) => conflict.column('login_name').doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) return err(TAKEN);
    const rows = memberships.map((one) => membershipRow(one, { membershipId: newId(), accountId }, at));
    await transaction.insertInto('membership').values(rows).execute();
    const roles = memberships.map(({ role }, index) => `${role}@${organs[index]?.path ?? ''}`);
    return ok({
      value: { accountId },
      subject: `account/${accountId}`,
      ...(organs[0] !== undefined && { organPath: organs[0].path }),
      details: { roles },
      personal: { loginName, displayName },
    });
  });
}
