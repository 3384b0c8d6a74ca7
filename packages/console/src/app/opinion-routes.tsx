import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { figuresSearch, opinionsSearch } from '../features/opinion/opinions-search.ts';
import {
  NEW_OPINION_PAGE,
  OPINION_FIGURES_PAGE,
  OPINION_PAGE,
  OPINION_SOURCES_PAGE,
  OPINIONS_PAGE,
} from '../features/opinion/page-info.ts';
import { frameRoute } from './frame-route.tsx';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/opinions',
  staticData: { page: OPINIONS_PAGE },
  validateSearch: opinionsSearch,
  component: lazyRouteComponent(() => import('../features/opinion/opinions-page.tsx'), 'OpinionsPage'),
});

const newRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/opinions/new',
  staticData: { page: NEW_OPINION_PAGE },
  component: lazyRouteComponent(() => import('../features/opinion/new-opinion-page.tsx'), 'NewOpinionPage'),
});

const figuresRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/opinions/figures',
  staticData: { page: OPINION_FIGURES_PAGE },
  validateSearch: figuresSearch,
  component: lazyRouteComponent(() => import('../features/opinion/figures-page.tsx'), 'OpinionFiguresPage'),
});

const sourcesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/opinions/sources',
  staticData: { page: OPINION_SOURCES_PAGE },
  component: lazyRouteComponent(() => import('../features/opinion/sources-page.tsx'), 'OpinionSourcesPage'),
});

const opinionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/opinions/$regionId/$opinionId',
  staticData: { page: OPINION_PAGE },
  component: lazyRouteComponent(() => import('../features/opinion/opinion-page.tsx'), 'OpinionPage'),
});

/** The pages of 政务舆情回应. */
export const opinionRoutes = [listRoute, newRoute, figuresRoute, sourcesRoute, opinionRoute] as const;
