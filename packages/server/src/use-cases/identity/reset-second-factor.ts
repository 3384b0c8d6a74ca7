import type { Rejection } from '@zhaoshi/contract/problems';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { AccountRow } from '../../db/queries/account-list.ts';
import { notify } from '../notifications/notify.ts';
import { endSessions } from './end-sessions.ts';
import { type AdministrationContext, changedAccount, holdManaged } from './managed-account.ts';

/** Takes away a lost second factor with its recovery codes; whoever needs one sets it up anew at sign-in. */
export async function resetSecondFactor(
  context: AdministrationContext,
  { accountId }: { readonly accountId: string },
): Promise<Result<AccountRow, Rejection>> {
  return await context.change(async (transaction) => {
    const managed = await holdManaged(transaction, context, accountId);
    if (!managed.ok) return managed;
    await transaction
      .updateTable('account')
      .set(({ eb }) => ({
        totp_secret: null,
        totp_pending_secret: null,
        totp_confirmed_at: null,
        totp_last_step: null,
        version: eb('version', '+', 1),
      }))
      .where('account_id', '=', accountId)
      .execute();
    await transaction.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
    const ended = await endSessions(transaction, accountId, context.now());
    await notify(transaction, { accountId, kind: 'secondFactorReset', facts: {} }, context);
    const value = await changedAccount(transaction, accountId);
    const { organPath } = managed.value;
    return ok({ value, subject: `account/${accountId}`, organPath, details: { ended } });
  });
}
