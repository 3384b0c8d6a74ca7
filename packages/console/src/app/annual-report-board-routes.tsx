import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { boardSearch } from '../features/annual-report-board/board-search.ts';
import { REPORT_BOARD_PAGE } from '../features/annual-report-board/page-info.ts';
import { frameRoute } from './frame-route.tsx';

/** How the units of a region stand with their annual reports. */
export const annualReportBoardRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/annual-reports/board',
  staticData: { page: REPORT_BOARD_PAGE },
  validateSearch: boardSearch,
  component: lazyRouteComponent(
    () => import('../features/annual-report-board/board-page.tsx'),
    'ReportBoardPage',
  ),
});
