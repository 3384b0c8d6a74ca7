import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { KnownIdentity } from '../../adapters/oidc/single-sign-on.ts';
import { holdAccount } from '../../db/queries/accounts.ts';
import { securityOf } from '../../db/queries/security-policy.ts';
import type { RunChange, UseCaseContext } from '../context.ts';
import { endSession } from './end-sessions.ts';
import { homeOrgan } from './home-organ.ts';
import { nextStage } from './next-stage.ts';
import { type StartedSession, startSession } from './start-session.ts';

export interface SignInByIdentity {
  readonly identity: KnownIdentity;
  readonly device: string;
  /** Whoever was signed in on this device before. */
  readonly replaces: { readonly accountId: string; readonly sessionId: string } | null;
}

/**
 * Signs in somebody whom another service knows. Only an identity that was linked before opens an account: names and
 * addresses that the service tells are never compared. The second factor is asked for all the same, and
 * that is where a lock holds: wrong passwords of others do not shut out whoever the other service knows.
 */
export async function signInByIdentity(
  context: UseCaseContext & { readonly change: RunChange },
  { identity, device, replaces }: SignInByIdentity,
): Promise<Result<StartedSession, Rejection>> {
  const attempt = await context.change<StartedSession | null>(async (transaction) => {
    const at = context.now();
    const linked = await transaction
      .selectFrom('account_identity')
      .select('account_id')
      .where('issuer', '=', identity.issuer)
      .where('subject', '=', identity.subject)
      .executeTakeFirst();
    const account = linked && (await holdAccount(transaction, { accountId: linked.account_id }));
    const home = account === undefined ? {} : await homeOrgan(transaction, account.account_id);
    if (account === undefined || account.disabled_at !== null) {
      const subject = account === undefined ? 'account/unknown' : `account/${account.account_id}`;
      return ok({ value: null, subject, ...home, details: { succeeded: false, by: identity.issuer } });
    }
    const accountId = account.account_id;
    const security = await securityOf(transaction, accountId);
    const stage = nextStage(account, security, { secondFactor: false, byPassword: false }, at);
    if (replaces !== null) await endSession(transaction, replaces, at);
    const started = { accountId, stage, secondFactor: false, device, byPassword: false };
    const session = await startSession(transaction, started, context);
    const details = { succeeded: true, by: identity.issuer, session: session.sessionId, stage };
    return ok({ value: session, subject: `account/${accountId}`, ...home, accountId, details });
  });
  if (!attempt.ok) return attempt;
  return attempt.value === null ? err({ code: 'not-signed-in' }) : ok(attempt.value);
}
