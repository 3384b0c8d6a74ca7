import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { notify } from '../notifications/notify.ts';
import { endSessions } from './end-sessions.ts';
import { type AdministrationContext, holdManaged } from './managed-account.ts';
import { makeLink } from './one-time-links.ts';
import { retirePassword } from './set-password.ts';

/** A one-time link as an answer that is kept, sealed, for a repetition of the call. */
export interface HandedOutLink {
  readonly token: string;
  /** ISO 8601 */
  readonly expiresAt: string;
  /** Of the account after it. */
  readonly version: number;
}

/**
 * Gives out a one-time link by which a person sets a password: the first one, or a new one in the place of one that was
 * forgotten or got known. The old password and all sessions end at once. The administrator never learns the password;
 * the second factor stays.
 */
export async function resetPassword(
  context: AdministrationContext,
  { accountId }: { readonly accountId: string },
): Promise<Result<HandedOutLink, Rejection>> {
  return await context.change(async (transaction) => {
    const managed = await holdManaged(transaction, context, accountId);
    if (!managed.ok) return managed;
    const { held, row, organPath } = managed.value;
    if (held.disabled_at !== null) return err({ code: 'state-refuses', detail: '账号已停用，请先恢复。' });
    const at = context.now();
    await retirePassword(transaction, held, at);
    await transaction
      .updateTable('account')
      .set(({ eb }) => ({
        password_hash: null,
        password_changed_at: null,
        must_change_password: false,
        version: eb('version', '+', 1),
      }))
      .where('account_id', '=', accountId)
      .execute();
    const ended = await endSessions(transaction, accountId, at);
    await notify(transaction, { accountId, kind: 'passwordReset', facts: {} }, context);
    const { token, expiresAt } = await makeLink(transaction, accountId, at);
    const value = { token, expiresAt: expiresAt.toISOString(), version: row.version + 1 };
    return ok({ value, subject: `account/${accountId}`, organPath, details: { ended } });
  });
}
