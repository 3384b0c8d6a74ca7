import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import { type AccountRow, findAccount } from '../../db/queries/account-list.ts';
import { type HeldAccount, holdAccount } from '../../db/queries/accounts.ts';
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

/**
 * The account that an administrator acts on, held until the transaction ends. Whoever does not reach any of its organs
 * is told that there is none; whoever does not reach all of them may look but not touch, because what is done to an
 * account is felt in every organ; nobody acts on their own; and whoever saw an older version is shown the one of now.
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
