import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import {
  PASSWORDS_REMEMBERED,
  passwordFaults,
  type SecurityPolicy,
} from '@zhaoshi/domain/identity/password-policy';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { HeldAccount } from '../../db/queries/accounts.ts';
import type { Schema } from '../../db/schema.ts';
import { commonPasswords } from './common-passwords.ts';
import { hashPassword, passwordMatches } from './password.ts';

type Owner = Pick<HeldAccount, 'account_id' | 'login_name' | 'display_name' | 'password_hash'>;

/** What is wrong with a new password, as it stands in the field at `pointer`. */
export async function passwordErrors(
  password: string,
  { login_name, display_name }: Pick<Owner, 'login_name' | 'display_name'>,
  policy: SecurityPolicy,
  pointer: string,
): Promise<readonly FieldError[]> {
  const owner = { loginName: login_name, displayName: display_name };
  const faults = passwordFaults(password.normalize('NFKC'), owner, policy, await commonPasswords());
  return faults.map((message) => ({ pointer, message }));
}

async function wasUsed(
  transaction: Transaction<Schema>,
  { account_id, password_hash }: Owner,
  password: string,
): Promise<boolean> {
  const earlier = await transaction
    .selectFrom('password_history')
    .select('password_hash')
    .where('account_id', '=', account_id)
    .orderBy('replaced_at', 'desc')
    .limit(PASSWORDS_REMEMBERED)
    .execute();
  const hashes = [password_hash, ...earlier.map((row) => row.password_hash)];
  for (const hash of hashes.slice(0, PASSWORDS_REMEMBERED)) {
    if (hash !== null && (await passwordMatches(hash, password))) return true;
  }
  return false;
}

/** Puts the present password among the earlier ones, of which no more are kept than are asked for. */
export async function retirePassword(
  transaction: Transaction<Schema>,
  { account_id, password_hash }: Pick<Owner, 'account_id' | 'password_hash'>,
  at: Date,
): Promise<void> {
  if (password_hash === null) return;
  await transaction
    .insertInto('password_history')
    .values({ account_id, replaced_at: at, password_hash })
    .onConflict((conflict) => conflict.columns(['account_id', 'replaced_at']).doUpdateSet({ password_hash }))
    .execute();
  const kept = transaction
    .selectFrom('password_history')
    .select('replaced_at')
    .where('account_id', '=', account_id)
    .orderBy('replaced_at', 'desc')
    .limit(PASSWORDS_REMEMBERED);
  await transaction
    .deleteFrom('password_history')
    .where('account_id', '=', account_id)
    .where('replaced_at', 'not in', kept)
    .execute();
}

/** Gives an account the password that its owner chose, if the policy lets it; every open link to set one is void. */
export async function setPassword(
  transaction: Transaction<Schema>,
  account: Owner,
  {
    password,
    policy,
    pointer,
  }: { readonly password: string; readonly policy: SecurityPolicy; readonly pointer: string },
  at: Date,
): Promise<Result<null, Rejection>> {
  const errors = await passwordErrors(password, account, policy, pointer);
  if (errors.length > 0) return err({ code: 'invalid', errors });
  if (await wasUsed(transaction, account, password)) {
    const message = `不能与最近 ${PASSWORDS_REMEMBERED} 次用过的密码相同`;
    return err({ code: 'invalid', errors: [{ pointer, message }] });
  }
  await retirePassword(transaction, account, at);
  await transaction
    .updateTable('account')
    .set({
      password_hash: await hashPassword(password),
      password_changed_at: at,
      must_change_password: false,
      failed_attempts: 0,
      locked_until: null,
    })
    .where('account_id', '=', account.account_id)
    .execute();
  await voidPasswordLinks(transaction, account.account_id);
  return ok(null);
}

/** The links to set a password that an account still has open. */
export async function voidPasswordLinks(transaction: Transaction<Schema>, accountId: string): Promise<void> {
  await transaction
    .deleteFrom('one_time_link')
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute();
}
