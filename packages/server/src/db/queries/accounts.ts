import type { Transaction } from 'kysely';
import type { Schema } from '../schema.ts';

const SIGN_IN_COLUMNS = [
  'account_id',
  'login_name',
  'display_name',
  'password_hash',
  'password_changed_at',
  'must_change_password',
  'totp_secret',
  'totp_pending_secret',
  'totp_confirmed_at',
  'totp_last_step',
  'failed_attempts',
  'locked_until',
  'disabled_at',
] as const;

/**
 * The account with everything that signing in asks of it, held until the transaction ends: two attempts at once are
 * counted one after the other.
 */
export async function holdAccount(
  transaction: Transaction<Schema>,
  by: { readonly accountId: string } | { readonly loginName: string },
) {
  return await transaction
    .selectFrom('account')
    .select(SIGN_IN_COLUMNS)
    .where(({ eb }) =>
      'accountId' in by ? eb('account_id', '=', by.accountId) : eb('login_name', '=', by.loginName),
    )
    .forUpdate()
    .executeTakeFirst();
}

export type HeldAccount = NonNullable<Awaited<ReturnType<typeof holdAccount>>>;

/** The session, held until the transaction ends; `undefined` when it has ended meanwhile. */
export async function holdSession(transaction: Transaction<Schema>, sessionId: string) {
  return await transaction
    .selectFrom('session')
    .select(['session_id', 'account_id', 'stage', 'second_factor', 'by_password'])
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export type HeldSession = NonNullable<Awaited<ReturnType<typeof holdSession>>>;
