import type { applicationRelationRoutes } from '@zhaoshi/contract/routes/application-relations';
import { type PlantedCase, plantCase } from './application-samples.ts';
import type { AreaSamples } from './route-sample.ts';

const paramsOf = ({ regionId, applicationId }: PlantedCase) => ({ regionId, applicationId });

export const APPLICATION_RELATION_SAMPLES: AreaSamples<typeof applicationRelationRoutes> = {
  similar: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: paramsOf(await plantCase(world, organ)) } }),
  },
  feeBasis: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: paramsOf(await plantCase(world, organ)), query: { sides: 57 } },
    }),
  },
  split: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: paramsOf(await plantCase(world, organ)),
        body: { remaining: '2025年农村公路养护资金的分配方案', matters: ['2025年农村公路养护合同'] },
      },
      headers: { 'if-match': '"1"' },
    }),
  },
};
