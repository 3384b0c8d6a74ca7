import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { REPORT_IMPORT_PAGE } from '../features/annual-report-import/page-info.ts';
import { frameRoute } from './frame-route.tsx';

/** Entering reports of years before the platform and of units without it. */
export const annualReportImportRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/annual-reports/import',
  staticData: { page: REPORT_IMPORT_PAGE },
  component: lazyRouteComponent(
    () => import('../features/annual-report-import/import-page.tsx'),
    'ReportImportPage',
  ),
});
