import type { annualReportBoardRoutes } from '@zhaoshi/contract/routes/annual-report-board';
import type { AreaSamples } from './route-sample.ts';

/** A year of which no region of the tests has a list. */
const paramsOf = ({ regionId }: { readonly regionId: string }) => ({ regionId, reportYear: 2025 });

export const ANNUAL_REPORT_BOARD_SAMPLES: AreaSamples<typeof annualReportBoardRoutes> = {
  read: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: paramsOf(organ) } }),
  },
  remind: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({ request: { params: paramsOf(organ), body: { organIds: null } } }),
  },
};
