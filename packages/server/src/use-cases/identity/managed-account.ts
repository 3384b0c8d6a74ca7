import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { managedThrough } from '@zhaoshi/domain/permission/account-reach';
import type { Role } from '@zhaoshi/domain/permission/roles';
import type { Transaction } from 'kysely';
import { type AccountRow, findAccount, type HeldMembership } from '../../db/queries/account-list.ts';
import { type HeldAccount, holdAccount } from '../../db/queries/accounts.ts';
import { jurisdictionOf } from '../../db/queries/caller.ts';
import type { OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';

/** What acting on somebody's account needs. */
export type AdministrationContext = Pick<
  ChangeContext,
  'caller' | 'change' | 'now' | 'newId' | 'reaches' | 'expectedVersion'
>;

export interface ManagedAccount {
  readonly held: HeldAccount;
  readonly row: AccountRow;
  /** Organ that the act is written down for. */
  readonly organPath: string;
}

const ONESELF: Rejection = {
  code: 'forbidden',
  detail: '不能管理自己的账号和角色，请由另一名系统管理员办理。',
};

const ELSEWHERE: Rejection = {
  code: 'forbidden',
  detail: '该人员还在您的管辖范围之外任职，请由共同上级机关的系统管理员办理。',
};

const WIDER: Rejection = {
  code: 'forbidden',
  detail: '该角色的权限及于本级政府，超出您的管辖范围，请由本级政府或上级机关的系统管理员办理。',
};

const AUDITOR: Rejection = {
  code: 'forbidden',
  detail:
    '审计员监督本机关的系统管理员，其账号和角色由上级机关的系统管理员办理；最上级机关的审计员，由运维人员在服务器上用 zhaoshi account 命令办理（等级保护 GB/T 22239-2019 8.1.4）。',
};

/** A role that is to be given in an organ. */
export const roleIn = (
  { kind, path }: OrganRow,
  role: Role,
): Pick<HeldMembership, 'role' | 'managedThrough'> => ({
  role,
  managedThrough: managedThrough(role, { path, jurisdiction: jurisdictionOf(kind, path) }),
});

/** Why somebody may not see to a role, in an organ that they reach; `null` when they may. */
export function roleRefusal(
  { role, managedThrough: needed }: Pick<HeldMembership, 'role' | 'managedThrough'>,
  reaches: AdministrationContext['reaches'],
): Rejection | null {
  if (reaches(needed)) return null;
  return role === 'auditor' ? AUDITOR : WIDER;
}

/**
 * The account that an administrator acts on, held until the transaction ends. Whoever does not reach any of its organs
 * is told that there is none; whoever does not reach all of them may look but not touch, because what is done to an
 * account is felt in every organ, and not where a role of it reaches further than they do, because a reset hands out all
 * that the account may do; nobody acts on their own; and whoever saw an older version is shown the one of now.
 */
export async function holdManaged(
  transaction: Transaction<Schema>,
  { caller, reaches, expectedVersion }: Pick<AdministrationContext, 'caller' | 'reaches' | 'expectedVersion'>,
  accountId: string,
  reach: 'every' | 'some' = 'every',
): Promise<Result<ManagedAccount, Rejection>> {
  const held = await holdAccount(transaction, { accountId });
  const row = held && (await findAccount(transaction, accountId));
  const reached = (row?.memberships ?? []).filter(({ path }) => reaches(path));
  const [first] = reached;
  if (held === undefined || row === undefined || first === undefined) return err({ code: 'not-found' });
  if (caller.accountId === accountId) return err(ONESELF);
  if (reach === 'every' && reached.length < row.memberships.length) return err(ELSEWHERE);
  for (const membership of reach === 'every' ? row.memberships : []) {
    const refused = roleRefusal(membership, reaches);
    if (refused !== null) return err(refused);
  }
  if (row.version !== expectedVersion) return err({ code: 'stale', current: row });
  return ok({ held, row, organPath: first.path });
}

/** What the version stands for is another. */
export async function raiseVersion(transaction: Transaction<Schema>, accountId: string): Promise<void> {
  await transaction
    .updateTable('account')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('account_id', '=', accountId)
    .execute();
}

/** The account as it is after the act. */
export async function changedAccount(
  transaction: Transaction<Schema>,
  accountId: string,
): Promise<AccountRow> {
  const row = await findAccount(transaction, accountId);
  if (row === undefined) throw new Error('an account that was just changed is not there');
  return row;
}
