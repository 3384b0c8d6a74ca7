import type { Rejection } from '@zhaoshi/contract/problems';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { AccountRow } from '../../db/queries/account-list.ts';
import { endSessions } from './end-sessions.ts';
import { type AdministrationContext, changedAccount, holdManaged } from './managed-account.ts';
import { voidPasswordLinks } from './set-password.ts';

export interface DisableAccount {
  readonly accountId: string;
  /** `false`: lets the person in again. */
  readonly disabled: boolean;
}

/** Shuts a person out, at once and on every device, or lets them in again. Roles and password stay as they are. */
export async function disableAccount(
  context: AdministrationContext,
  { accountId, disabled }: DisableAccount,
): Promise<Result<AccountRow, Rejection>> {
  return await context.change(async (transaction) => {
    const managed = await holdManaged(transaction, context, accountId);
    if (!managed.ok) return managed;
    const { row, organPath } = managed.value;
    const at = context.now();
    await transaction
      .updateTable('account')
      .set({ disabled_at: disabled ? at : null, version: row.version + 1 })
      .where('account_id', '=', accountId)
      .execute();
    await voidPasswordLinks(transaction, accountId);
    const ended = await endSessions(transaction, accountId, at);
    const value = await changedAccount(transaction, accountId);
    return ok({ value, subject: `account/${accountId}`, organPath, details: { ended } });
  });
}
