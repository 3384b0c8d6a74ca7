import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ASSESSED_UNIT_PAGE, ASSESSMENT_PAGE, ASSESSMENTS_PAGE } from '../features/assessment/page-info.ts';
import { frameRoute } from './frame-route.tsx';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/assessments',
  staticData: { page: ASSESSMENTS_PAGE },
  component: lazyRouteComponent(
    () => import('../features/assessment/assessments-page.tsx'),
    'AssessmentsPage',
  ),
});

const overviewRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/assessments/$regionId/$assessmentId',
  staticData: { page: ASSESSMENT_PAGE },
  component: lazyRouteComponent(() => import('../features/assessment/overview-page.tsx'), 'AssessmentPage'),
});

const unitRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/assessments/$regionId/$assessmentId/$unitOrganId',
  staticData: { page: ASSESSED_UNIT_PAGE },
  component: lazyRouteComponent(() => import('../features/assessment/unit-page.tsx'), 'AssessedUnitPage'),
});

/** The pages of assessments: all, one with its ranking, one unit with what costs it points. */
export const assessmentRoutes = [listRoute, overviewRoute, unitRoute] as const;
