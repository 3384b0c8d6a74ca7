import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import * as openid from 'openid-client';

/** What has to be remembered between leaving for the other service and coming back. */
export interface SignOnFlow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Somebody as the other service knows them. */
export interface KnownIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** `unavailable`: the service does not answer; `refused`: its answer is not what was asked for. */
export type SignOnFailure = 'unavailable' | 'refused';

/** Sign-in by an OpenID Connect service: authorization code with PKCE, state and nonce. */
export interface SingleSignOn {
  readonly title: string;
  readonly issuer: string;
  /** Where to send the browser, and what to remember. */
  readonly start: () => Promise<
    Result<{ readonly address: string; readonly flow: SignOnFlow }, SignOnFailure>
  >;
  /** Takes what the browser brought back to the identity behind it. */
  readonly finish: (
    answer: Readonly<Record<string, string | undefined>>,
    flow: SignOnFlow,
  ) => Promise<Result<KnownIdentity, SignOnFailure>>;
}

export interface SingleSignOnSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly scopes: string;
  readonly title: string;
  /** Registered with the service. */
  readonly callback: string;
}

const TIMEOUT_SECONDS = 10;

/** Asked for once and kept; asked for again after a failure, so that the service may come up later than we. */
function discoverer({
  issuer,
  clientId,
  clientSecret,
}: SingleSignOnSettings): () => Promise<openid.Configuration> {
  let found: Promise<openid.Configuration> | undefined;
  const discover = async (): Promise<openid.Configuration> => {
    const url = new URL(issuer);
    const authentication = clientSecret === null ? openid.None() : openid.ClientSecretPost(clientSecret);
    return await openid.discovery(url, clientId, undefined, authentication, {
      timeout: TIMEOUT_SECONDS,
      // The settings allow it for the machine itself only.
      execute: url.protocol === 'http:' ? [openid.allowInsecureRequests] : [],
    });
  };
  return async () => {
    found ??= discover();
    try {
      return await found;
    } catch (error) {
      found = undefined;
      throw error;
    }
  };
}

/** Whether the service answered at all: what it answered is then to blame, not the line. */
const answered = (error: unknown): boolean =>
  error instanceof openid.AuthorizationResponseError ||
  error instanceof openid.ResponseBodyError ||
  (error instanceof openid.ClientError && error.code !== 'OAUTH_TIMEOUT' && error.code !== 'OAUTH_ABORT');

export function createSingleSignOn(settings: SingleSignOnSettings): SingleSignOn {
  const configuration = discoverer(settings);
  return {
    title: settings.title,
    issuer: settings.issuer,
    start: async () => {
      let found: openid.Configuration;
      try {
        found = await configuration();
      } catch {
        return err('unavailable');
      }
      const flow: SignOnFlow = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      };
      const address = openid.buildAuthorizationUrl(found, {
        redirect_uri: settings.callback,
        scope: settings.scopes,
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      });
      return ok({ address: address.href, flow });
    },
    finish: async (answer, flow) => {
      const address = new URL(settings.callback);
      for (const [name, value] of Object.entries(answer)) {
        if (value !== undefined) address.searchParams.set(name, value);
      }
      try {
        const tokens = await openid.authorizationCodeGrant(await configuration(), address, {
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          pkceCodeVerifier: flow.verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        return claims === undefined ? err('refused') : ok({ issuer: settings.issuer, subject: claims.sub });
      } catch (error) {
        return err(answered(error) ? 'refused' : 'unavailable');
      }
    },
  };
}
