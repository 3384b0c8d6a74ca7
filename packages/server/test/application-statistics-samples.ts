import type { applicationStatisticsRoutes } from '@zhaoshi/contract/routes/application-statistics';
import type { WorldOrgan } from './api-world.ts';
import { plantCase } from './application-samples.ts';
import type { AreaSamples } from './route-sample.ts';

const organIds = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

const YEAR = { from: '2026-01-01', to: '2026-12-31', form: '2021' } as const;

export const APPLICATION_STATISTICS_SAMPLES: AreaSamples<typeof applicationStatisticsRoutes> = {
  statistics: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      await plantCase(world, organ);
      return { request: { params: organIds(organ), query: YEAR } };
    },
  },
  statisticsFile: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ), query: YEAR } }),
  },
  cellCases: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({
        request: {
          params: organIds(organ),
          query: { ...YEAR, row: 't3.newlyReceived', column: 'naturalPerson' },
        },
      }),
  },
};
