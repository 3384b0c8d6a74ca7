import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { Rejection } from '@zhaoshi/contract/problems';
import type { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { abilitiesOver } from '@zhaoshi/domain/permission/can';
import type { MembershipOrgan } from '../../db/queries/caller.ts';
import { type FoundSession, findSession } from '../../db/queries/session.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import { confirmSecondFactor } from '../../use-cases/identity/confirm-second-factor.ts';
import { signIn } from '../../use-cases/identity/sign-in.ts';
import { signOut } from '../../use-cases/identity/sign-out.ts';
import type { StartedSession } from '../../use-cases/identity/start-session.ts';
import { switchOrgan } from '../../use-cases/identity/switch-organ.ts';
import type { CallContext, Handlers } from './handler.ts';
import { rememberDevice, tryFromDevice } from './known-device.ts';
import { rememberSecondFactor } from './shown-second-factor.ts';

type ShownSession = RouteOutput<typeof sessionRoutes.read>;

const showOrgan = ({ regionId, organId, name, kind, roles }: MembershipOrgan) => ({
  regionId,
  organId,
  name,
  kind,
  roles: [...roles],
});

const presentSession = ({ caller, stage, organ, organs, isDemonstration }: FoundSession): ShownSession => ({
  stage,
  account: {
    accountId: caller.accountId,
    displayName: caller.displayName,
    loginName: caller.loginName,
  },
  secondFactor: caller.actor.secondFactor,
  organ: organ && showOrgan(organ),
  organs: organs.map(showOrgan),
  abilities: organ === null || stage !== 'full' ? [] : [...abilitiesOver(caller.actor, organ.path)],
  isDemonstration,
});

/** The session as it is after what the call changed. */
async function shownAgain(
  { database, now }: UseCaseContext,
  sessionId: string,
): Promise<Result<ShownSession, Rejection>> {
  const session = await findSession(database, { sessionId }, now());
  return session === undefined ? err({ code: 'not-signed-in' }) : ok(presentSession(session));
}

/** Hands the token of a session that began or went on to the next stage to the browser, and shows the session. */
export async function enter(
  context: CallContext,
  started: Result<StartedSession, Rejection>,
): Promise<Result<ShownSession, Rejection>> {
  if (!started.ok) return started;
  context.setSessionCookie(started.value.token);
  const shown = await shownAgain(context, started.value.sessionId);
  if (shown.ok && shown.value.stage === 'full') await rememberDevice(context, shown.value.account.accountId);
  return shown;
}

/** Whoever is signed in on the device that a new sign-in comes from. */
export const signedInBefore = ({ caller }: Pick<CallContext, 'caller'>) =>
  caller.sessionId === '' ? null : { accountId: caller.accountId, sessionId: caller.sessionId };

export const sessionHandlers: Handlers<typeof sessionRoutes> = {
  signIn: async (context, { body }) => {
    const { device } = context;
    return await enter(
      context,
      await tryFromDevice(context, (trustedFor) =>
        signIn(context, { ...body, device, replaces: signedInBefore(context), trustedFor }),
      ),
    );
  },
  confirmSecondFactor: async (context, { body }) => {
    const confirmed = await tryFromDevice(context, (trustedFor) =>
      confirmSecondFactor(context, { ...body, trustedFor }, context.services.secretBox),
    );
    if (!confirmed.ok) return confirmed;
    const { sessionId, token } = confirmed.value;
    rememberSecondFactor(context, sessionId);
    return token === null
      ? await shownAgain(context, sessionId)
      : await enter(context, ok({ sessionId, token }));
  },
  read: ({ session }) => Promise.resolve(ok(presentSession(session))),
  signOut: async (context) => {
    const done = await signOut(context);
    if (done.ok) context.setSessionCookie(null);
    return done;
  },
  switchOrgan: async (context, { body }) => {
    const done = await switchOrgan(context, body);
    return done.ok ? await shownAgain(context, context.caller.sessionId) : done;
  },
};
