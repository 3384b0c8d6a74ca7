import type { applicationQueryCodeRoutes } from '@zhaoshi/contract/routes/application-query-code';
import { plantCase } from './application-samples.ts';
import type { AreaSamples } from './route-sample.ts';

export const APPLICATION_QUERY_CODE_SAMPLES: AreaSamples<typeof applicationQueryCodeRoutes> = {
  queryCodeIssues: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, applicationId } = await plantCase(world, organ);
      return { request: { params: { regionId, applicationId } } };
    },
  },
  issueQueryCode: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, applicationId } = await plantCase(world, organ);
      return {
        request: {
          params: { regionId, applicationId },
          body: { check: 'document', note: '本人到窗口，核对了居民身份证' },
        },
        headers: { 'if-match': '"1"' },
      };
    },
  },
};
