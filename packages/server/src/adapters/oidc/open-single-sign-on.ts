import type { Config } from '../../config.ts';
import { StartError } from '../../start-error.ts';
import { createSingleSignOn, type SingleSignOn } from './single-sign-on.ts';

const CALLBACK_PATH = '/api/sign-in/oidc/callback';

/**
 * Single sign-on as the settings want it; `null`: not wanted.
 *
 * @throws StartError when what it needs is missing
 */
export function openSingleSignOn({
  singleSignOn,
  site,
}: Pick<Config, 'singleSignOn' | 'site'>): SingleSignOn | null {
  if (singleSignOn === null) return null;
  const { clientId } = singleSignOn;
  if (clientId === null)
    throw new StartError('设置了 ZHAOSHI_OIDC_ISSUER，还须设置 ZHAOSHI_OIDC_CLIENT_ID。');
  if (site.publicUrl === null) {
    throw new StartError('设置了 ZHAOSHI_OIDC_ISSUER，还须设置 ZHAOSHI_PUBLIC_URL，回调地址由它得出。');
  }
  return createSingleSignOn({ ...singleSignOn, clientId, callback: `${site.publicUrl}${CALLBACK_PATH}` });
}
