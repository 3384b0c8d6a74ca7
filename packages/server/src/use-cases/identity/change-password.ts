import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { ChangeContext } from '../context.ts';
import { afterPassword } from './after-password.ts';
import { endSessions } from './end-sessions.ts';
import { nextStage } from './next-stage.ts';
import { setPassword } from './set-password.ts';
import { advanceSession, type StartedSession } from './start-session.ts';

/** Changes one's own password; every other session of the person ends, this one goes on under a new token. */
export async function changePassword(
  context: Pick<ChangeContext, 'caller' | 'change' | 'now'>,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<Result<StartedSession, Rejection>> {
  const typed = { password: current, pointer: '/current' };
  return await afterPassword(context, typed, async ({ transaction, account, session, security, at }) => {
    if (session.stage === 'secondFactor') return err({ code: 'sign-in-incomplete' });
    const wanted = { password: next, policy: security.policy, pointer: '/next' };
    const set = await setPassword(transaction, account, wanted, at);
    if (!set.ok) return set;
    const ended = await endSessions(transaction, account.account_id, at, session.session_id);
    const shown = { secondFactor: session.second_factor, byPassword: session.by_password };
    const changed = { ...account, must_change_password: false, password_changed_at: at };
    const stage = nextStage(changed, security, shown, at);
    const { second_factor: secondFactor } = session;
    const value = await advanceSession(transaction, context.caller, { stage, secondFactor }, at);
    return ok({ value, subject: `account/${account.account_id}`, details: { succeeded: true, ended } });
  });
}
