import { randomUUID } from 'node:crypto';
import type { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import type { World, WorldOrgan } from './api-world.ts';
import { giveIdentity } from './identity-samples.ts';
import type { AreaSamples } from './route-sample.ts';

const someone = async (world: World, organ: WorldOrgan) => ({
  params: { accountId: await world.newPerson(organ, ['drafter']) },
});

const asIs = { headers: { 'if-match': '"1"' } };

const act = {
  aboutOrgan: true,
  prepare: async (world: World, organ: WorldOrgan) => ({ request: await someone(world, organ) }),
};

const guarded = {
  aboutOrgan: true,
  prepare: async (world: World, organ: WorldOrgan) => ({ request: await someone(world, organ), ...asIs }),
};

/** Acts on a drafter of the organ. */
export const ACCOUNTS_SAMPLES: AreaSamples<typeof accountsRoutes> = {
  list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  read: act,
  create: {
    aboutOrgan: true,
    prepare: (_world, { regionId, organId }) =>
      Promise.resolve({
        request: {
          body: {
            loginName: `n${randomUUID().slice(0, 12)}`,
            displayName: '新同事',
            memberships: [{ regionId, organId, role: 'drafter' }],
          },
        },
      }),
  },
  edit: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { ...(await someone(world, organ)), body: { displayName: '改名' } },
      ...asIs,
    }),
  },
  disable: guarded,
  enable: guarded,
  unlock: guarded,
  resetPassword: guarded,
  resetSecondFactor: guarded,
  grant: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        ...(await someone(world, organ)),
        body: { regionId: organ.regionId, organId: organ.organId, role: 'leader' },
      },
      ...asIs,
    }),
  },
  revoke: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { params } = await someone(world, organ);
      const { membership_id: membershipId } = await world.database.server
        .selectFrom('membership')
        .select('membership_id')
        .where('account_id', '=', params.accountId)
        .executeTakeFirstOrThrow();
      return { request: { params: { ...params, regionId: organ.regionId, membershipId } }, ...asIs };
    },
  },
  linkIdentity: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { ...(await someone(world, organ)), body: { subject: randomUUID() } },
      ...asIs,
    }),
  },
  unlinkIdentity: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { params } = await someone(world, organ);
      const identityId = await giveIdentity(world, params.accountId);
      return { request: { params: { ...params, identityId } }, ...asIs };
    },
  },
};
