import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { NORMATIVE_PAGE, STATISTICS_BOARD_PAGE, STATISTICS_PAGE } from '../features/statistics/page-info.ts';
import { normativeSearch, yearSearch } from '../features/statistics/statistics-search.ts';
import { frameRoute } from './frame-route.tsx';

const boardRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/statistics',
  staticData: { page: STATISTICS_BOARD_PAGE },
  validateSearch: yearSearch,
  component: lazyRouteComponent(() => import('../features/statistics/board-page.tsx'), 'StatisticsBoardPage'),
});

const figuresRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/statistics/$regionId/$organId',
  staticData: { page: STATISTICS_PAGE },
  validateSearch: yearSearch,
  component: lazyRouteComponent(() => import('../features/statistics/figures-page.tsx'), 'FiguresPage'),
});

const normativeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/normative-documents',
  staticData: { page: NORMATIVE_PAGE },
  validateSearch: normativeSearch,
  component: lazyRouteComponent(() => import('../features/statistics/normative-page.tsx'), 'NormativePage'),
});

/** The pages of what table two of the annual report counts: monthly figures and the register of normative documents. */
export const statisticsRoutes = [boardRoute, figuresRoute, normativeRoute] as const;
