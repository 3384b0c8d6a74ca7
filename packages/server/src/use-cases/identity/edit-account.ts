import type { Rejection } from '@zhaoshi/contract/problems';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { AccountRow } from '../../db/queries/account-list.ts';
import { type AdministrationContext, changedAccount, holdManaged } from './managed-account.ts';

/** Changes the name that is shown for a person. */
export async function editAccount(
  context: AdministrationContext,
  { accountId, displayName }: { readonly accountId: string; readonly displayName: string },
): Promise<Result<AccountRow, Rejection>> {
  return await context.change(async (transaction) => {
    const managed = await holdManaged(transaction, context, accountId);
    if (!managed.ok) return managed;
    const { row, organPath } = managed.value;
    await transaction
      .updateTable('account')
      .set({ display_name: displayName, version: row.version + 1 })
      .where('account_id', '=', accountId)
      .execute();
    return ok({
      value: await changedAccount(transaction, accountId),
      subject: `account/${accountId}`,
      organPath,
      personal: { before: row.display_name, after: displayName },
    });
  });
}
