import type { annualReportAnalysisRoutes } from '@zhaoshi/contract/routes/annual-report-analysis';
import type { WorldOrgan } from './api-world.ts';
import type { AreaSamples } from './route-sample.ts';

const paramsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

export const ANNUAL_REPORT_ANALYSIS_SAMPLES: AreaSamples<typeof annualReportAnalysisRoutes> = {
  read: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: paramsOf(organ) } }),
  },
  peers: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({ request: { params: { ...paramsOf(organ), reportYear: 2025 } } }),
  },
  file: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: paramsOf(organ), query: {} } }),
  },
};
