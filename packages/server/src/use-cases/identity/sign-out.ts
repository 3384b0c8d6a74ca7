import type { Rejection } from '@zhaoshi/contract/problems';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { ChangeContext } from '../context.ts';

/** Ends the caller's session: its token is dead at once, on every server. */
export async function signOut({
  caller,
  change,
  now,
}: Pick<ChangeContext, 'caller' | 'change' | 'now'>): Promise<Result<null, Rejection>> {
  return await change(async (transaction) => {
    await transaction
      .updateTable('session')
      .set({ ended_at: now() })
      .where('session_id', '=', caller.sessionId)
      .execute();
    return ok({ value: null, subject: `session/${caller.sessionId}` });
  });
}
