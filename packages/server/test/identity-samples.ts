import { randomUUID } from 'node:crypto';
import type { accountRoutes } from '@zhaoshi/contract/routes/account';
import type { sessionRoutes } from '@zhaoshi/contract/routes/session';
import type { signInRoutes } from '@zhaoshi/contract/routes/sign-in';
import { sealTicket } from '../src/http/api/sign-on-flow.ts';
import { makeLink } from '../src/use-cases/identity/one-time-links.ts';
import { hashPassword } from '../src/use-cases/identity/password.ts';
import { newTotpKey, totpCode, totpPurpose } from '../src/use-cases/identity/totp.ts';
import type { World } from './api-world.ts';
import type { AreaSamples } from './route-sample.ts';
import { OTHER_PASSWORD, PASSWORD, personWithPassword } from './visitor.ts';

const TOKEN = 'x'.repeat(43);

const nothing = () => Promise.resolve({ request: {} });

/** Hashing is slow on purpose; everybody in the samples has the same password. */
let hashed: Promise<string> | null = null;

async function givePassword({ database }: World, accountId: string): Promise<void> {
  hashed ??= hashPassword(PASSWORD);
  await database.server
    .updateTable('account')
    .set({ password_hash: await hashed, password_changed_at: database.context.now() })
    .where('account_id', '=', accountId)
    .execute();
}

/** What the person's newest session may show after it was at the other service. */
export async function ticketOf(
  { database, services }: World,
  accountId: string,
  subject: string,
): Promise<string> {
  const session = await database.server
    .selectFrom('session')
    .select('session_id')
    .where('account_id', '=', accountId)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  const linking = { accountId, sessionId: session?.session_id ?? randomUUID() };
  const identity = { issuer: 'https://id.example', subject };
  return sealTicket(services.secretBox, { linking, identity }, database.context.now());
}

/** @returns the code of now */
async function giveKey(
  { database, services }: World,
  accountId: string,
  column: 'totp_secret' | 'totp_pending_secret',
): Promise<string> {
  const key = newTotpKey();
  const at = database.context.now();
  await database.server
    .updateTable('account')
    .set({
      [column]: services.secretBox.seal(key, totpPurpose(accountId)),
      ...(column === 'totp_secret' && { totp_confirmed_at: at }),
    })
    .where('account_id', '=', accountId)
    .execute();
  return totpCode(key, at);
}

export async function giveIdentity({ database }: World, accountId: string): Promise<string> {
  const identityId = randomUUID();
  await database.server
    .insertInto('account_identity')
    .values({
      identity_id: identityId,
      issuer: 'https://id.example',
      subject: identityId,
      account_id: accountId,
      linked_at: database.context.now(),
    })
    .execute();
  return identityId;
}

/** What anybody may call: nothing of it is about an organ. */
export const SIGN_IN_SAMPLES: AreaSamples<typeof signInRoutes> = {
  options: { aboutOrgan: false, prepare: nothing },
  setPassword: {
    aboutOrgan: false,
    prepare: async (world, organ) => {
      const accountId = await world.newPerson(organ, ['drafter']);
      const { token } = await world.database.server
        .transaction()
        .execute((transaction) => makeLink(transaction, accountId, world.database.context.now()));
      return { request: { body: { token, password: PASSWORD } } };
    },
  },
  setUp: {
    aboutOrgan: false,
    refusedHere: 'state-refuses',
    prepare: () =>
      Promise.resolve({
        request: {
          body: {
            token: TOKEN,
            region: { name: '某市', level: 'city', slug: 'moushi' },
            governmentName: '某市人民政府',
            loginName: 'first',
            displayName: '首任',
            password: PASSWORD,
          },
        },
      }),
  },
  startSingleSignOn: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  finishSingleSignOn: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
};

export const SESSION_SAMPLES: AreaSamples<typeof sessionRoutes> = {
  signIn: {
    aboutOrgan: false,
    prepare: async (world, organ) => {
      const { loginName } = await personWithPassword(world, organ, ['drafter'], world.database.context.now());
      return { request: { body: { loginName, password: PASSWORD } } };
    },
  },
  confirmSecondFactor: {
    aboutOrgan: false,
    stage: 'secondFactor',
    prepare: async (world, _organ, caller) => {
      const code = caller === null ? '123456' : await giveKey(world, caller, 'totp_secret');
      return { request: { body: { code } } };
    },
  },
  read: { aboutOrgan: false, prepare: nothing },
  signOut: { aboutOrgan: false, prepare: nothing },
  switchOrgan: {
    aboutOrgan: false,
    prepare: (_world, { regionId, organId }) => Promise.resolve({ request: { body: { regionId, organId } } }),
  },
};

const withPassword = {
  aboutOrgan: false,
  prepare: async (world: World, _organ: unknown, caller: string | null) => {
    if (caller !== null) await givePassword(world, caller);
    return { request: { body: { password: PASSWORD } } };
  },
};

/** One's own account. */
export const ACCOUNT_SAMPLES: AreaSamples<typeof accountRoutes> = {
  read: { aboutOrgan: false, prepare: nothing },
  changePassword: {
    aboutOrgan: false,
    prepare: async (world, _organ, caller) => {
      if (caller !== null) await givePassword(world, caller);
      return { request: { body: { current: PASSWORD, next: OTHER_PASSWORD } } };
    },
  },
  startSecondFactor: withPassword,
  confirmSecondFactor: {
    aboutOrgan: false,
    prepare: async (world, _organ, caller) => {
      const code = caller === null ? '123456' : await giveKey(world, caller, 'totp_pending_secret');
      return { request: { body: { code } } };
    },
  },
  renewRecoveryCodes: {
    aboutOrgan: false,
    prepare: async (world, organ, caller) => {
      if (caller !== null) await giveKey(world, caller, 'totp_secret');
      return await withPassword.prepare(world, organ, caller);
    },
  },
  listSessions: { aboutOrgan: false, prepare: nothing },
  endSession: {
    aboutOrgan: false,
    prepare: async ({ database }, _organ, caller) => {
      const row = await database.server
        .selectFrom('session')
        .select('session_id')
        .where('account_id', '=', caller ?? randomUUID())
        .executeTakeFirst();
      return { request: { params: { sessionId: row?.session_id ?? randomUUID() } } };
    },
  },
  endOtherSessions: { aboutOrgan: false, prepare: nothing },
  linkIdentity: withPassword,
  confirmIdentity: {
    aboutOrgan: false,
    prepare: async (world, _organ, caller) => ({
      request: { body: { ticket: await ticketOf(world, caller ?? randomUUID(), randomUUID()) } },
    }),
  },
  unlinkIdentity: {
    aboutOrgan: false,
    prepare: async (world, _organ, caller) => {
      if (caller === null) return { request: { params: { identityId: randomUUID() } } };
      await givePassword(world, caller);
      return { request: { params: { identityId: await giveIdentity(world, caller) } } };
    },
  },
};
