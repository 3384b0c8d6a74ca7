import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { holdAccount } from '../../db/queries/accounts.ts';
import { securityOf } from '../../db/queries/security-policy.ts';
import type { RunChange, UseCaseContext } from '../context.ts';
import { countFailure, forgetFailures, isLocked } from './attempts.ts';
import { endSession } from './end-sessions.ts';
import { homeOrgan } from './home-organ.ts';
import { nextStage } from './next-stage.ts';
import { passwordMatches } from './password.ts';
import { type StartedSession, startSession } from './start-session.ts';

export interface SignIn {
  readonly loginName: string;
  readonly password: string;
  readonly device: string;
  /** Whoever was signed in on this device before. */
  readonly replaces?: { readonly accountId: string; readonly sessionId: string } | null;
  /** The account that the device is known for: a lock that others brought about does not shut it out there. */
  readonly trustedFor?: string | null;
}

/** One answer for every reason: nobody learns which accounts exist, are locked or disabled. */
const REFUSED: Rejection = {
  code: 'not-signed-in',
  detail: '账号或密码不正确，或账号已停用、因连续输错暂时锁定。',
};

/** Stands in for an account that does not exist, so that the same work is done. */
const NOBODY = {
  account_id: '00000000-0000-0000-0000-000000000000',
  failed_attempts: 0,
  locked_until: null,
} as const;

async function storedHash({ database }: UseCaseContext, loginName: string): Promise<string | null> {
  const account = await database
    .selectFrom('account')
    .select('password_hash')
    .where('login_name', '=', loginName)
    .executeTakeFirst();
  return account?.password_hash ?? null;
}

/**
 * Signs in with name and password. The attempt is written to the audit trail, whether it succeeds or not. The slow
 * hash is compared before the transaction; inside, attempts at one account are decided one after the other, so that
 * many at once get no more tries than the limit.
 */
export async function signIn(
  context: UseCaseContext & { readonly change: RunChange },
  { loginName, password, device, replaces = null, trustedFor = null }: SignIn,
): Promise<Result<StartedSession, Rejection>> {
  const compared = await storedHash(context, loginName);
  const matches = await passwordMatches(compared, password);
  const attempt = await context.change<StartedSession | null>(async (transaction) => {
    const at = context.now();
    const account = await holdAccount(transaction, { loginName });
    const accountId = account?.account_id ?? NOBODY.account_id;
    const security = await securityOf(transaction, accountId);
    const subject = account === undefined ? 'account/unknown' : `account/${accountId}`;
    const home = await homeOrgan(transaction, accountId);
    const isLockedNow = isLocked(account ?? NOBODY, at);
    const isShut = isLockedNow && trustedFor !== accountId;
    const isOpen = account !== undefined && account.disabled_at === null && !isShut;
    if (!isOpen || !matches || account.password_hash !== compared) {
      const locked = await countFailure(transaction, account ?? NOBODY, security.policy, at);
      return ok({ value: null, subject, ...home, details: { succeeded: false, locked } });
    }
    const stage = nextStage(account, security, { secondFactor: false, byPassword: true }, at);
    // A right password alone does not wipe out the wrong codes, nor open the account to others again.
    if (stage !== 'secondFactor' && !isLockedNow) await forgetFailures(transaction, accountId);
    if (replaces !== null) await endSession(transaction, replaces, at);
    const session = await startSession(
      transaction,
      { accountId, stage, secondFactor: false, device },
      context,
    );
    const details = { succeeded: true, session: session.sessionId, stage };
    return ok({ value: session, subject, ...home, accountId, details });
  });
  if (!attempt.ok) return attempt;
  return attempt.value === null ? err(REFUSED) : ok(attempt.value);
}
