import type { Rejection } from '@zhaoshi/contract/problems';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { ChangeContext } from '../context.ts';

/** Marks the person's own notifications as read, up to a moment: what came later stays unread. */
export async function markRead(
  { caller, change, now }: Pick<ChangeContext, 'caller' | 'change' | 'now'>,
  upTo: Date,
): Promise<Result<null, Rejection>> {
  return await change(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('notification')
      .set({ read_at: now() })
      .where('account_id', '=', caller.accountId)
      .where('read_at', 'is', null)
      .where('created_at', '<=', upTo)
      .executeTakeFirst();
    return ok({
      value: null,
      subject: `account/${caller.accountId}`,
      details: { notifications: Number(numUpdatedRows) },
    });
  });
}
