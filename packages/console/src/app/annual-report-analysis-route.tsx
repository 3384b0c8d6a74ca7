import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { analysisSearch } from '../features/annual-report-analysis/analysis-search.ts';
import { REPORT_ANALYSIS_PAGE } from '../features/annual-report-analysis/page-info.ts';
import { frameRoute } from './frame-route.tsx';

/** Figures of annual reports over the years, and beside those of others. */
export const annualReportAnalysisRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/annual-reports/analysis',
  staticData: { page: REPORT_ANALYSIS_PAGE },
  validateSearch: analysisSearch,
  component: lazyRouteComponent(
    () => import('../features/annual-report-analysis/analysis-page.tsx'),
    'ReportAnalysisPage',
  ),
});
