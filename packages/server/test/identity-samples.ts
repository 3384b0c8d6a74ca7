import { randomUUID } from 'node:crypto';
import type { accountRoutes } from '@zhaoshi/contract/routes/account';
import type { signInRoutes } from '@zhaoshi/contract/routes/sign-in';
import type { AreaSamples } from './route-sample.ts';

const TOKEN = 'x'.repeat(43);

/** What anybody may call: nothing of it is about an organ. */
export const SIGN_IN_SAMPLES: AreaSamples<typeof signInRoutes> = {
  options: { aboutOrgan: false, prepare: () => Promise.resolve({ request: {} }) },
  setPassword: {
    aboutOrgan: false,
    prepare: () => Promise.resolve({ request: { body: { token: TOKEN, password: 'Tq7#mVx2!wRz' } } }),
  },
  setUp: {
    aboutOrgan: false,
    prepare: () =>
      Promise.resolve({
        request: {
          body: {
            token: TOKEN,
            region: { name: '某市', level: 'city', slug: 'moushi' },
            governmentName: '某市人民政府',
            loginName: 'first',
            displayName: '首任',
            password: 'Tq7#mVx2!wRz',
          },
        },
      }),
  },
  startSingleSignOn: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  finishSingleSignOn: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
};

const withPassword = () => Promise.resolve({ request: { body: { password: 'Tq7#mVx2!wRz' } } });

/** One's own account. */
export const ACCOUNT_SAMPLES: AreaSamples<typeof accountRoutes> = {
  read: { aboutOrgan: false, prepare: () => Promise.resolve({ request: {} }) },
  changePassword: {
    aboutOrgan: false,
    prepare: () => Promise.resolve({ request: { body: { current: 'Tq7#mVx2!wRz', next: 'Bw4%kNs8?yLc' } } }),
  },
  startSecondFactor: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { body: {} } }) },
  confirmSecondFactor: {
    aboutOrgan: false,
    prepare: () => Promise.resolve({ request: { body: { code: '123456' } } }),
  },
  renewRecoveryCodes: { aboutOrgan: false, prepare: withPassword },
  listSessions: { aboutOrgan: false, prepare: () => Promise.resolve({ request: {} }) },
  endSession: {
    aboutOrgan: false,
    prepare: () => Promise.resolve({ request: { params: { sessionId: randomUUID() } } }),
  },
  endOtherSessions: { aboutOrgan: false, prepare: () => Promise.resolve({ request: {} }) },
  linkIdentity: { aboutOrgan: false, prepare: withPassword },
  unlinkIdentity: {
    aboutOrgan: false,
    prepare: () => Promise.resolve({ request: { params: { identityId: randomUUID() } } }),
  },
};
