import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A real OpenID Connect service on the loopback, at which one person is at the screen. */
export interface IdentityProvider {
  readonly issuer: string;
  /** Who is at the screen from now on. */
  readonly setSubject: (subject: string) => void;
  /** Goes with a browser from the address that our start gave to the one that leads back. */
  readonly visit: (address: string) => Promise<URL>;
  readonly close: () => Promise<void>;
}

export const CLIENT = { id: 'zhaoshi', secret: 'a-secret-of-the-client-that-is-long-enough' } as const;

interface AskedContext {
  readonly oidc: {
    readonly provider: Provider;
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
  };
}

const configuration = (callback: string) => ({
  clients: [
    {
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
      redirect_uris: [callback],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  cookies: { keys: ['only-for-tests'] },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  findAccount: (_context: unknown, accountId: string) => ({ accountId, claims: () => ({ sub: accountId }) }),
  interactions: { url: () => '/at-the-screen' },
  // Everybody has agreed already.
  loadExistingGrant: async ({ oidc }: AskedContext) => {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client.clientId,
      accountId: oidc.session.accountId,
    });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});

export async function startIdentityProvider(callback: string): Promise<IdentityProvider> {
  let subject = '';
  let handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration(callback));
  const answer = provider.callback();
  handle = async (request, response) => {
    if (request.url?.startsWith('/at-the-screen') !== true) return await answer(request, response);
    return await provider.interactionFinished(request, response, { login: { accountId: subject } });
  };
  return {
    issuer,
    setSubject: (next) => {
      subject = next;
    },
    visit: async (address) => {
      const jar = new Map<string, string>();
      let at = new URL(address);
      for (let steps = 0; steps < 10; steps += 1) {
        if (at.href.startsWith(callback)) return at;
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const step = await fetch(at, { redirect: 'manual', headers: { cookie } });
        for (const header of step.headers.getSetCookie()) {
          const [name = '', value = ''] = (header.split(';')[0] ?? '').split(/=(.*)/s);
          jar.set(name, value);
        }
        const next = step.headers.get('location');
        if (next === null) throw new Error(`the provider stopped with ${step.status}: ${await step.text()}`);
        at = new URL(next, at);
      }
      throw new Error('the provider never led back');
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
