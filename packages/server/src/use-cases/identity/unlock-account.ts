import type { Rejection } from '@zhaoshi/contract/problems';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { AccountRow } from '../../db/queries/account-list.ts';
import { forgetFailures } from './attempts.ts';
import { type AdministrationContext, changedAccount, holdManaged, raiseVersion } from './managed-account.ts';

/** Ends the lock that wrong passwords or codes brought about. */
export async function unlockAccount(
  context: AdministrationContext,
  { accountId }: { readonly accountId: string },
): Promise<Result<AccountRow, Rejection>> {
  return await context.change(async (transaction) => {
    const managed = await holdManaged(transaction, context, accountId);
    if (!managed.ok) return managed;
    await forgetFailures(transaction, accountId);
    await raiseVersion(transaction, accountId);
    const value = await changedAccount(transaction, accountId);
    return ok({ value, subject: `account/${accountId}`, organPath: managed.value.organPath });
  });
}
