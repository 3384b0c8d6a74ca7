import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { ChangeContext } from '../context.ts';

/** Forgets a view of the person's own; of others there are none. */
export async function removeView(
  { change, caller: { accountId } }: ChangeContext,
  { viewId }: { readonly viewId: string },
): Promise<Result<null, Rejection>> {
  return await change(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('saved_view')
      .where('account_id', '=', accountId)
      .where('view_id', '=', viewId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return err({ code: 'not-found' });
    return ok({ value: null, subject: `savedView/${viewId}` });
  });
}
