import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { holdAccount } from '../../db/queries/accounts.ts';
import { securityOf } from '../../db/queries/security-policy.ts';
import type { RunChange, UseCaseContext } from '../context.ts';
import { endSessions } from './end-sessions.ts';
import { homeOrgan } from './home-organ.ts';
import { spendLink } from './one-time-links.ts';
import { setPassword } from './set-password.ts';

const SPENT: Rejection = {
  code: 'state-refuses',
  detail: '链接已失效或已用过，请向系统管理员重新索取。',
};

/**
 * Sets a password by a one-time link; every session of the person ends. The link alone signs nobody in. A password that
 * the policy refuses leaves the link as it was.
 */
export async function setPasswordByLink(
  { change, now }: Pick<UseCaseContext, 'now'> & { readonly change: RunChange },
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Result<null, Rejection>> {
  return await change(async (transaction) => {
    const at = now();
    const link = await spendLink(transaction, { token, purpose: 'setPassword' }, at);
    const accountId = link?.account_id ?? null;
    const account = accountId === null ? undefined : await holdAccount(transaction, { accountId });
    if (account === undefined || account.disabled_at !== null) return err(SPENT);
    const { policy } = await securityOf(transaction, account.account_id);
    const set = await setPassword(transaction, account, { password, policy, pointer: '/password' }, at);
    if (!set.ok) return set;
    const ended = await endSessions(transaction, account.account_id, at);
    const { account_id } = account;
    const home = await homeOrgan(transaction, account_id);
    const details = { by: 'link', ended };
    return ok({ value: null, subject: `account/${account_id}`, ...home, accountId: account_id, details });
  });
}
