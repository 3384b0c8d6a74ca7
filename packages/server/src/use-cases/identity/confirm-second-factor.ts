import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { type HeldAccount, holdAccount, holdSession } from '../../db/queries/accounts.ts';
import { securityOf } from '../../db/queries/security-policy.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { countFailure, forgetFailures, isLocked } from './attempts.ts';
import { endSession } from './end-sessions.ts';
import { nextStage } from './next-stage.ts';
import { spendRecoveryCode } from './recovery-codes.ts';
import { advanceSession, type StartedSession } from './start-session.ts';
import { totpPurpose, totpStep } from './totp.ts';

const WRONG: Rejection = {
  code: 'invalid',
  errors: [{ pointer: '/code', message: '动态口令或恢复码不正确，或已经用过；动态口令请等下一个再试' }],
};

const LOCKED: Rejection = {
  code: 'not-signed-in',
  detail: '连续输错次数过多，账号暂时锁定。请稍后重新登录，或请系统管理员解除锁定。',
};

/** Spends a code of the authenticator or a recovery code. @returns which it was; `null` when it is wrong or spent */
async function spendCode(
  transaction: Transaction<Schema>,
  account: HeldAccount,
  code: string,
  box: SecretBox,
  at: Date,
): Promise<'totp' | 'recovery' | null> {
  const { account_id: accountId, totp_secret: sealed, totp_last_step: lastStep } = account;
  if (sealed === null) return null;
  const step = totpStep(box.open(sealed, totpPurpose(accountId)), code, at, lastStep);
  if (step === null) return (await spendRecoveryCode(transaction, accountId, code, at)) ? 'recovery' : null;
  await transaction
    .updateTable('account')
    .set({ totp_last_step: step })
    .where('account_id', '=', accountId)
    .execute();
  return 'totp';
}

/** What a right code brings about: the session goes on to its next stage, or stays as it is, shown to be theirs. */
export interface ConfirmedSession extends Pick<StartedSession, 'sessionId'> {
  /** `null`: the session keeps its token. */
  readonly token: string | null;
}

/**
 * The second step of signing in; of somebody who is signed in, the same shown again before a signature. A wrong code
 * counts like a wrong password.
 *
 * @param trustedFor as in `SignIn`
 */
export async function confirmSecondFactor(
  { caller, change, now }: Pick<ChangeContext, 'caller' | 'change' | 'now'>,
  { code, trustedFor = null }: { readonly code: string; readonly trustedFor?: string | null },
  box: SecretBox,
): Promise<Result<ConfirmedSession, Rejection>> {
  const attempt = await change<ConfirmedSession | 'wrong' | 'locked'>(async (transaction) => {
    const at = now();
    const account = await holdAccount(transaction, caller);
    const session = await holdSession(transaction, caller.sessionId);
    if (account === undefined || session === undefined) return err({ code: 'not-signed-in' });
    const isAgain = session.stage === 'full' && account.totp_secret !== null;
    if (session.stage !== 'secondFactor' && !isAgain) return err({ code: 'state-refuses' });
    const security = await securityOf(transaction, caller.accountId);
    const subject = `account/${caller.accountId}`;
    const isLockedNow = isLocked(account, at);
    const isShut = isLockedNow && trustedFor !== caller.accountId;
    const kind = isShut ? null : await spendCode(transaction, account, code, box, at);
    if (kind === null) {
      const locked = await countFailure(transaction, account, security.policy, at);
      if (locked) await endSession(transaction, caller, at);
      return ok({ value: locked ? 'locked' : 'wrong', subject, details: { succeeded: false, locked } });
    }
    if (!isLockedNow) await forgetFailures(transaction, caller.accountId);
    if (isAgain) {
      const value = { sessionId: caller.sessionId, token: null };
      return ok({ value, subject, details: { succeeded: true, kind, again: true } });
    }
    const shown = { secondFactor: true, byPassword: session.by_password };
    const stage = nextStage(account, security, shown, at);
    const advanced = await advanceSession(transaction, caller, { stage, secondFactor: true }, at);
    return ok({ value: advanced, subject, details: { succeeded: true, kind, stage } });
  });
  if (!attempt.ok) return attempt;
  if (attempt.value === 'wrong') return err(WRONG);
  return attempt.value === 'locked' ? err(LOCKED) : ok(attempt.value);
}
