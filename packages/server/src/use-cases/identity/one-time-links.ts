import { createHash, randomBytes } from 'node:crypto';
import { HOUR_MS } from '@zhaoshi/domain/kernel/durations';
import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';

/** How long a link to set a password is good for: a working day and the night before it. */
const LINK_MS = 24 * HOUR_MS;

export interface OneTimeLink {
  /** For the address, behind the "#"; never stored, never logged. */
  readonly token: string;
  readonly expiresAt: Date;
}

const hashLinkToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Makes a link; those that were open for the same end are void. @param accountId `null`: to set up the installation */
export async function makeLink(
  transaction: Transaction<Schema>,
  accountId: string | null,
  at: Date,
): Promise<OneTimeLink> {
  const purpose = accountId === null ? 'setUp' : 'setPassword';
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(at.getTime() + LINK_MS);
  await transaction
    .deleteFrom('one_time_link')
    .where('purpose', '=', purpose)
    .where('account_id', 'is not distinct from', accountId)
    .where('used_at', 'is', null)
    .execute();
  await transaction
    .insertInto('one_time_link')
    .values({
      token_sha256: hashLinkToken(token),
      purpose,
      account_id: accountId,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute();
  return { token, expiresAt };
}

/** Spends a link. @returns for which account; `undefined` when it is unknown, spent or too old */
export async function spendLink(
  transaction: Transaction<Schema>,
  { token, purpose }: { readonly token: string; readonly purpose: 'setPassword' | 'setUp' },
  at: Date,
): Promise<{ readonly account_id: string | null } | undefined> {
  return await transaction
    .updateTable('one_time_link')
    .set({ used_at: at })
    .where('token_sha256', '=', hashLinkToken(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('account_id')
    .executeTakeFirst();
}
