import type { signInRoutes } from '@zhaoshi/contract/routes/sign-in';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { isSetUpOpen } from '../../db/queries/one-time-links.ts';
import { setPasswordByLink } from '../../use-cases/identity/set-password-by-link.ts';
import { setUpInstallation } from '../../use-cases/identity/set-up-installation.ts';
import { signInByIdentity } from '../../use-cases/identity/sign-in-by-identity.ts';
import type { CallContext, Handlers } from './handler.ts';
import { enter, signedInBefore } from './session.ts';
import { signOnCookie, signOnOf } from './session-cookie.ts';
import { openFlow, type RememberedFlow, sealFlow, sealTicket } from './sign-on-flow.ts';

const HOME = '/console/';
const SIGN_IN = '/console/sign-in';
const ACCOUNT = '/console/account';

/** Only pages of the console: a crafted link must not lead elsewhere after signing in. */
const safeBack = (back: string | undefined): string =>
  back !== undefined && /^\/console\/(?![/\\])[^\\\u0000-\u001f]*$/.test(back) ? back : HOME;

/** How a dialogue with the other service ended, for the page that the person lands on. */
type SignOnEnd = 'unavailable' | 'refused' | 'expired' | 'unlinked' | 'confirm';

const landing = (page: string, end: SignOnEnd) => ok({ location: `${page}?signOn=${end}` });

export function rememberFlow(context: CallContext, flow: RememberedFlow): void {
  const { services, http, now } = context;
  http.setHeader('set-cookie', signOnCookie(sealFlow(services.secretBox, flow, now()), http.isSecure));
}

const finishSignOn: Handlers<typeof signInRoutes>['finishSingleSignOn'] = async (context, { query }) => {
  const { services, http, now, device } = context;
  const service = services.singleSignOn;
  const flow = openFlow(services.secretBox, signOnOf(http.header('cookie'), http.isSecure), now());
  http.setHeader('set-cookie', signOnCookie(null, http.isSecure));
  if (service === null || flow === null) return landing(SIGN_IN, 'expired');
  const page = flow.linking === null ? SIGN_IN : ACCOUNT;
  const identity = await service.finish(query, flow);
  if (!identity.ok) return landing(page, identity.error);
  if (flow.linking !== null) {
    const shown = { linking: flow.linking, identity: identity.value };
    const ticket = sealTicket(services.secretBox, shown, now());
    // Behind the #, so that it stands in no log and no header of a request.
    return ok({ location: `${ACCOUNT}?signOn=confirm#${ticket}` });
  }
  const command = { identity: identity.value, device, replaces: signedInBefore(context) };
  const entered = await enter(context, await signInByIdentity(context, command));
  if (!entered.ok) return landing(SIGN_IN, 'unlinked');
  return ok({ location: flow.back });
};

export const signInHandlers: Handlers<typeof signInRoutes> = {
  options: async ({ database, services: { singleSignOn }, now }) =>
    ok({
      singleSignOn: singleSignOn && { title: singleSignOn.title },
      needsSetUp: await isSetUpOpen(database, now()),
    }),
  setPassword: async (context, { body }) => await setPasswordByLink(context, body),
  setUp: async (context, { body }) => await setUpInstallation(context, body),
  startSingleSignOn: async (context, { query }) => {
    const { singleSignOn } = context.services;
    if (singleSignOn === null) return err({ code: 'not-found' });
    const started = await singleSignOn.start();
    if (!started.ok) return landing(SIGN_IN, started.error);
    rememberFlow(context, { ...started.value.flow, back: safeBack(query.back), linking: null });
    return ok({ location: started.value.address });
  },
  finishSingleSignOn: finishSignOn,
};
