import { passwordExpired } from '@zhaoshi/domain/identity/password-age';
import { needsSecondFactor, type SessionStage, sessionStage } from '@zhaoshi/domain/identity/sign-in-stage';
import type { HeldAccount } from '../../db/queries/accounts.ts';
import type { PersonSecurity } from '../../db/queries/security-policy.ts';

/** Set by somebody else, or too old. */
function mustChangePassword(account: HeldAccount, { policy }: PersonSecurity, at: Date): boolean {
  if (account.password_hash === null) return false;
  if (account.must_change_password) return true;
  return account.password_changed_at !== null && passwordExpired(account.password_changed_at, policy, at);
}

/** What the person has to do next, by what is known of the account and shown in the session. */
export const nextStage = (
  account: HeldAccount,
  security: PersonSecurity,
  shown: { readonly secondFactor: boolean; readonly byPassword: boolean },
  at: Date,
): SessionStage =>
  sessionStage({
    hasSecondFactor: account.totp_confirmed_at !== null,
    showedSecondFactor: shown.secondFactor,
    mustChangePassword: shown.byPassword && mustChangePassword(account, security, at),
    needsSecondFactor: needsSecondFactor(security.roles),
  });
