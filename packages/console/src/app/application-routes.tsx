import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  APPLICATION_PAGE,
  FILE_PAGE,
  IMPORT_PAGE,
  INTAKE_PAGE,
  REGISTER_PAGE,
  STATISTICS_PAGE,
} from '../features/applications/page-info.ts';
import { registerSearch } from '../features/applications/register-search.ts';
import { statisticsSearch } from '../features/applications/statistics-search.ts';
import { caseSearch } from '../features/applications/workbench-view.ts';
import { amendmentSearch } from '../features/record-amendments/amendment-search.ts';
import {
  AMENDMENT_INTAKE_PAGE,
  AMENDMENT_PAGE,
  AMENDMENTS_PAGE,
} from '../features/record-amendments/page-info.ts';
import { frameRoute } from './frame-route.tsx';

const registerRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/applications',
  staticData: { page: REGISTER_PAGE },
  validateSearch: registerSearch,
  component: lazyRouteComponent(() => import('../features/applications/register-page.tsx'), 'RegisterPage'),
});

const intakeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/applications/new',
  staticData: { page: INTAKE_PAGE },
  component: lazyRouteComponent(() => import('../features/applications/intake-page.tsx'), 'IntakePage'),
});

const statisticsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/applications/statistics',
  staticData: { page: STATISTICS_PAGE },
  validateSearch: statisticsSearch,
  component: lazyRouteComponent(
    () => import('../features/applications/statistics-page.tsx'),
    'StatisticsPage',
  ),
});

const importRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/applications/import',
  staticData: { page: IMPORT_PAGE },
  component: lazyRouteComponent(() => import('../features/applications/import-page.tsx'), 'ImportPage'),
});

const applicationRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/applications/$regionId/$applicationId',
  staticData: { page: APPLICATION_PAGE },
  validateSearch: caseSearch,
  component: lazyRouteComponent(() => import('../features/applications/workbench-page.tsx'), 'WorkbenchPage'),
});

const applicationFileRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/applications/$regionId/$applicationId/files/$fileId',
  staticData: { page: FILE_PAGE },
  component: lazyRouteComponent(() => import('../features/applications/files-page.tsx'), 'FilePage'),
});

/** The pages of applications, from the register to a file of a case. */
export const applicationRoutes = [
  registerRoute,
  intakeRoute,
  statisticsRoute,
  importRoute,
  applicationRoute,
  applicationFileRoute,
] as const;

const amendmentsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/record-amendments',
  staticData: { page: AMENDMENTS_PAGE },
  validateSearch: amendmentSearch,
  component: lazyRouteComponent(
    () => import('../features/record-amendments/amendments-page.tsx'),
    'AmendmentsPage',
  ),
});

const amendmentIntakeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/record-amendments/new',
  staticData: { page: AMENDMENT_INTAKE_PAGE },
  component: lazyRouteComponent(
    () => import('../features/record-amendments/intake-page.tsx'),
    'AmendmentIntakePage',
  ),
});

const amendmentRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/record-amendments/$regionId/$amendmentId',
  staticData: { page: AMENDMENT_PAGE },
  component: lazyRouteComponent(
    () => import('../features/record-amendments/amendment-page.tsx'),
    'AmendmentPage',
  ),
});

/** The pages of what people ask to be put right in their own records (条例41). */
export const amendmentRoutes = [amendmentsRoute, amendmentIntakeRoute, amendmentRoute] as const;
