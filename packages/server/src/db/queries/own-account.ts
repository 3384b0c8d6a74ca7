import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

const IDENTITY_COLUMNS = ['identity_id', 'issuer', 'subject', 'linked_at', 'account_id'] as const;

/** What other services know the accounts as. */
export async function identitiesOf(database: Kysely<Schema>, accountIds: readonly string[]) {
  if (accountIds.length === 0) return [];
  return await database
    .selectFrom('account_identity')
    .select(IDENTITY_COLUMNS)
    .where('account_id', 'in', accountIds)
    .orderBy('linked_at')
    .execute();
}

export type IdentityRow = Awaited<ReturnType<typeof identitiesOf>>[number];

/** What a person is told of their own account. */
export async function findOwnAccount(database: Kysely<Schema>, accountId: string) {
  return await database
    .selectFrom('account')
    .select((eb) => [
      'login_name',
      'display_name',
      'password_hash',
      'password_changed_at',
      'totp_confirmed_at',
      eb
        .selectFrom('recovery_code')
        .select(eb.fn.countAll<number>().as('count'))
        .where('recovery_code.account_id', '=', accountId)
        .where('used_at', 'is', null)
        .as('recovery_codes_left'),
    ])
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
}

/** A person's sessions that are still good, the latest first. */
export async function sessionsOf(database: Kysely<Schema>, accountId: string, at: Date) {
  return await database
    .selectFrom('session')
    .select(['session_id', 'device', 'created_at', 'last_seen_at', 'expires_at', 'second_factor'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute();
}
