import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { REPORT_PAGE, REPORTS_PAGE } from '../features/annual-reports/page-info.ts';
import { reportsSearch } from '../features/annual-reports/reports-search.ts';
import { frameRoute } from './frame-route.tsx';

const reportsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/annual-reports',
  staticData: { page: REPORTS_PAGE },
  validateSearch: reportsSearch,
  component: lazyRouteComponent(() => import('../features/annual-reports/reports-page.tsx'), 'ReportsPage'),
});

const reportRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/annual-reports/$regionId/$organId/$year',
  staticData: { page: REPORT_PAGE },
  component: lazyRouteComponent(() => import('../features/annual-reports/report-page.tsx'), 'ReportPage'),
});

/** The pages of annual reports: the years of an organ, and the report of one. */
export const annualReportRoutes = [reportsRoute, reportRoute] as const;
