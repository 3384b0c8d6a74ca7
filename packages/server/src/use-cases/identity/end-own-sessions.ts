import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { ChangeContext } from '../context.ts';
import { endSession, endSessions } from './end-sessions.ts';

/**
 * Signs the person out of one of their devices, or of all but the one in hand.
 *
 * @param sessionId `null`: all others
 */
export async function endOwnSessions(
  { caller, change, now }: Pick<ChangeContext, 'caller' | 'change' | 'now'>,
  sessionId: string | null,
): Promise<Result<null, Rejection>> {
  return await change(async (transaction) => {
    const { accountId } = caller;
    if (sessionId === null) {
      const ended = await endSessions(transaction, accountId, now(), caller.sessionId);
      return ok({ value: null, subject: `account/${accountId}`, details: { ended } });
    }
    const ended = await endSession(transaction, { accountId, sessionId }, now());
    return ended ? ok({ value: null, subject: `session/${sessionId}` }) : err({ code: 'not-found' });
  });
}
