import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { Rejection } from '@zhaoshi/contract/problems';
import type { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { abilitiesOver } from '@zhaoshi/domain/permission/can';
import type { MembershipOrgan } from '../../db/queries/caller.ts';
import { type FoundSession, findSession } from '../../db/queries/session.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import { signIn } from '../../use-cases/identity/sign-in.ts';
import { signOut } from '../../use-cases/identity/sign-out.ts';
import { switchOrgan } from '../../use-cases/identity/switch-organ.ts';
import type { Handlers } from './handler.ts';

type ShownSession = RouteOutput<typeof sessionRoutes.read>;

const showOrgan = ({ regionId, organId, name, roles }: MembershipOrgan) => ({
  regionId,
  organId,
  name,
  roles: [...roles],
});

export const presentSession = ({
  caller,
  stage,
  organ,
  organs,
  isDemonstration,
}: FoundSession): ShownSession => ({
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

export const sessionHandlers: Handlers<typeof sessionRoutes> = {
  signIn: async (context, { body }) => {
    const started = await signIn(context, { ...body, device: context.device });
    if (!started.ok) return started;
    context.setSessionCookie(started.value.token);
    return await shownAgain(context, started.value.sessionId);
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
