import { randomUUID } from 'node:crypto';
import type { applicationAssignmentRoutes } from '@zhaoshi/contract/routes/application-assignment';
import type { applicationIntakeRoutes } from '@zhaoshi/contract/routes/application-intake';
import type { savedViewRoutes } from '@zhaoshi/contract/routes/saved-views';
import type { World, WorldOrgan } from './api-world.ts';
import { plantCase, SAMPLE_FORM } from './application-samples.ts';
import type { AreaSamples } from './route-sample.ts';

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

/** A view that a person keeps. */
export async function plantView({ database }: World, accountId: string): Promise<string> {
  const viewId = randomUUID();
  await database.server
    .insertInto('saved_view')
    .values({ account_id: accountId, view_id: viewId, name: `视图${viewId.slice(0, 8)}`, filter: '{}' })
    .execute();
  return viewId;
}

export const APPLICATION_ASSIGNMENT_SAMPLES: AreaSamples<typeof applicationAssignmentRoutes> = {
  officers: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: idsOf(organ) } }),
  },
  assignMany: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: idsOf(organ),
        body: {
          officerId: await world.newPerson(organ, ['drafter']),
          cases: [{ applicationId: (await plantCase(world, organ)).applicationId, version: 1 }],
        },
      },
    }),
  },
};

export const APPLICATION_INTAKE_SAMPLES: AreaSamples<typeof applicationIntakeRoutes> = {
  previewReceipt: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({
        request: {
          params: idsOf(organ),
          body: {
            channel: 'counter',
            isMisaddressed: false,
            sentOn: null,
            arrivedOn: '2026-11-20',
            confirmedOn: null,
          },
        },
      }),
  },
  findApplicant: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({
        request: {
          params: idsOf(organ),
          body: {
            name: SAMPLE_FORM.applicant.name,
            identityNumber: SAMPLE_FORM.applicant.identityNumber,
            phone: null,
          },
        },
      }),
  },
};

export const SAVED_VIEW_SAMPLES: AreaSamples<typeof savedViewRoutes> = {
  list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: {} }) },
  save: {
    aboutOrgan: false,
    prepare: () =>
      Promise.resolve({
        request: { body: { name: `视图${randomUUID().slice(0, 8)}`, filter: { stage: 'open' } } },
      }),
  },
  remove: {
    aboutOrgan: false,
    prepare: async (world, _organ, caller) => ({
      request: { params: { viewId: caller === null ? randomUUID() : await plantView(world, caller) } },
    }),
  },
};
