import { afterFailure, type SecurityPolicy } from '@zhaoshi/domain/identity/password-policy';
import type { Transaction } from 'kysely';
import type { HeldAccount } from '../../db/queries/accounts.ts';
import type { Schema } from '../../db/schema.ts';

export const isLocked = ({ locked_until }: Pick<HeldAccount, 'locked_until'>, at: Date): boolean =>
  locked_until !== null && locked_until > at;

/**
 * Counts a wrong password or code, and locks the account at the limit. While it is locked nothing is counted, so that
 * nobody can keep it locked for ever.
 *
 * @returns whether the account is locked now
 */
export async function countFailure(
  transaction: Transaction<Schema>,
  account: Pick<HeldAccount, 'account_id' | 'failed_attempts' | 'locked_until'>,
  policy: SecurityPolicy,
  at: Date,
): Promise<boolean> {
  const locked = isLocked(account, at);
  const { failures, lockedUntil } = afterFailure(account.failed_attempts, policy, at);
  await transaction
    .updateTable('account')
    .set(
      locked
        ? { locked_until: account.locked_until }
        : { failed_attempts: failures, locked_until: lockedUntil },
    )
    .where('account_id', '=', account.account_id)
    .execute();
  return locked || lockedUntil !== null;
}

/** Forgets the failures of somebody who has shown everything that is asked. */
export async function forgetFailures(transaction: Transaction<Schema>, accountId: string): Promise<void> {
  await transaction
    .updateTable('account')
    .set({ failed_attempts: 0, locked_until: null })
    .where('account_id', '=', accountId)
    .execute();
}
