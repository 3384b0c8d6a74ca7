import type { annualReportMemberRoutes } from '@zhaoshi/contract/routes/annual-report-members';
import type { AreaSamples } from './route-sample.ts';

export const ANNUAL_REPORT_MEMBER_SAMPLES: AreaSamples<typeof annualReportMemberRoutes> = {
  read: {
    aboutOrgan: true,
    prepare: (_world, { regionId, organId }) =>
      Promise.resolve({ request: { params: { regionId, organId, reportYear: 2025 } } }),
  },
  outlook: {
    aboutOrgan: true,
    prepare: (_world, { regionId, organId }) =>
      Promise.resolve({ request: { params: { regionId, organId, reportYear: 2025 } } }),
  },
};
