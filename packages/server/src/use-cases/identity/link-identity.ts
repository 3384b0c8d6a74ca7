import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { KnownIdentity } from '../../adapters/oidc/single-sign-on.ts';
import type { Schema } from '../../db/schema.ts';
import { raiseVersion } from './managed-account.ts';

export interface IdentityLink {
  readonly identityId: string;
  readonly accountId: string;
  readonly identity: KnownIdentity;
}

/** Ties an identity to an account, inside a change; one identity opens one account. */
export async function insertIdentity(
  transaction: Transaction<Schema>,
  { identityId, accountId, identity: { issuer, subject } }: IdentityLink,
  at: Date,
): Promise<Result<null, Rejection>> {
  const inserted = await transaction
    .insertInto('account_identity')
    .values({ identity_id: identityId, issuer, subject, account_id: accountId, linked_at: at })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) {
    return err({ code: 'conflict', detail: '这个统一身份已经关联了账号。' });
  }
  await raiseVersion(transaction, accountId);
  return ok(null);
}

/** Unties an identity from an account, inside a change. */
export async function deleteIdentity(
  transaction: Transaction<Schema>,
  { identityId, accountId }: Pick<IdentityLink, 'identityId' | 'accountId'>,
): Promise<Result<{ readonly issuer: string; readonly subject: string }, Rejection>> {
  const deleted = await transaction
    .deleteFrom('account_identity')
    .where('identity_id', '=', identityId)
    .where('account_id', '=', accountId)
    .returning(['issuer', 'subject'])
    .executeTakeFirst();
  if (deleted === undefined) return err({ code: 'not-found' });
  await raiseVersion(transaction, accountId);
  return ok(deleted);
}
