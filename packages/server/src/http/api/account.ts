import type { accountRoutes } from '@zhaoshi/contract/routes/account';
import { passwordExpiry } from '@zhaoshi/domain/identity/password-age';
import { PASSWORDS_REMEMBERED } from '@zhaoshi/domain/identity/password-policy';
import { needsSecondFactor } from '@zhaoshi/domain/identity/sign-in-stage';
import { ok } from '@zhaoshi/domain/kernel/result';
import { findOwnAccount, type IdentityRow, identitiesOf, sessionsOf } from '../../db/queries/own-account.ts';
import { securityOf } from '../../db/queries/security-policy.ts';
import { changePassword } from '../../use-cases/identity/change-password.ts';
import { confirmEnrolment } from '../../use-cases/identity/confirm-enrolment.ts';
import { endOwnSessions } from '../../use-cases/identity/end-own-sessions.ts';
import {
  finishLinking,
  startLinking,
  unlinkOwnIdentity,
} from '../../use-cases/identity/link-own-identity.ts';
import { renewRecoveryCodes } from '../../use-cases/identity/renew-recovery-codes.ts';
import { startEnrolment } from '../../use-cases/identity/start-enrolment.ts';
import type { Handlers } from './handler.ts';
import { enter } from './session.ts';
import { rememberFlow } from './sign-in.ts';
import { openTicket } from './sign-on-flow.ts';

export const presentIdentity = ({ identity_id, issuer, subject, linked_at }: IdentityRow) => ({
  identityId: identity_id,
  issuer,
  subject,
  linkedAt: linked_at.toISOString(),
});

const readOwnAccount: Handlers<typeof accountRoutes>['read'] = async ({ database, caller }) => {
  const { accountId } = caller;
  const [row, identities, { policy, roles }] = await Promise.all([
    findOwnAccount(database, accountId),
    identitiesOf(database, [accountId]),
    securityOf(database, accountId),
  ]);
  const changedAt = row.password_hash === null ? null : row.password_changed_at;
  const expiresAt = changedAt && passwordExpiry(changedAt, policy);
  return ok({
    loginName: row.login_name,
    displayName: row.display_name,
    passwordChangedAt: changedAt?.toISOString() ?? null,
    passwordExpiresAt: expiresAt?.toISOString() ?? null,
    passwordRules: {
      minimumLength: policy.minimumLength,
      composition: policy.composition,
      days: policy.passwordDays,
      remembered: PASSWORDS_REMEMBERED,
    },
    secondFactor: {
      enrolledAt: row.totp_confirmed_at?.toISOString() ?? null,
      required: needsSecondFactor(roles),
      recoveryCodesLeft: row.recovery_codes_left ?? 0,
    },
    identities: identities.map(presentIdentity),
  });
};

export const accountHandlers: Handlers<typeof accountRoutes> = {
  read: readOwnAccount,
  changePassword: async (context, { body }) => await enter(context, await changePassword(context, body)),
  startSecondFactor: async (context, { body }) =>
    await startEnrolment(context, body, context.services.secretBox),
  confirmSecondFactor: async (context, { body }) => {
    const done = await confirmEnrolment(context, body, context.services.secretBox);
    if (!done.ok) return done;
    const session = await enter(context, ok(done.value.session));
    return session.ok ? ok({ session: session.value, recoveryCodes: done.value.recoveryCodes }) : session;
  },
  renewRecoveryCodes: async (context, { body }) => {
    const codes = await renewRecoveryCodes(context, body);
    return codes.ok ? ok({ recoveryCodes: codes.value }) : codes;
  },
  listSessions: async ({ database, caller, now }) => {
    const rows = await sessionsOf(database, caller.accountId, now());
    return ok({
      items: rows.map((row) => ({
        sessionId: row.session_id,
        device: row.device,
        createdAt: row.created_at.toISOString(),
        lastSeenAt: row.last_seen_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
        secondFactor: row.second_factor,
        isCurrent: row.session_id === caller.sessionId,
      })),
    });
  },
  endSession: async (context, { params }) => {
    const done = await endOwnSessions(context, params.sessionId);
    if (done.ok && params.sessionId === context.caller.sessionId) context.setSessionCookie(null);
    return done;
  },
  endOtherSessions: async (context) => await endOwnSessions(context, null),
  linkIdentity: async (context, { body }) => {
    const started = await startLinking(context, body, context.services.singleSignOn);
    if (!started.ok) return started;
    const { address, flow } = started.value;
    const { accountId, sessionId } = context.caller;
    rememberFlow(context, { ...flow, back: '/console/account', linking: { accountId, sessionId } });
    return ok({ address });
  },
  confirmIdentity: async (context, { body }) => {
    const { services, now } = context;
    return await finishLinking(context, openTicket(services.secretBox, body.ticket, now()));
  },
  unlinkIdentity: async (context, { params }) => await unlinkOwnIdentity(context, params),
};
