import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  NEW_WORK_RECORD_PAGE,
  TRAININGS_PAGE,
  WORK_RECORD_PAGE,
  WORK_RECORDS_PAGE,
} from '../features/work-records/page-info.ts';
import { newWorkSearch, workSearch } from '../features/work-records/work-search.ts';
import { frameRoute } from './frame-route.tsx';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/work-records',
  staticData: { page: WORK_RECORDS_PAGE },
  validateSearch: workSearch,
  component: lazyRouteComponent(
    () => import('../features/work-records/work-records-page.tsx'),
    'WorkRecordsPage',
  ),
});

const newRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/work-records/new',
  staticData: { page: NEW_WORK_RECORD_PAGE },
  validateSearch: newWorkSearch,
  component: lazyRouteComponent(
    () => import('../features/work-records/new-work-record-page.tsx'),
    'NewWorkRecordPage',
  ),
});

const trainingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/work-records/trainings',
  staticData: { page: TRAININGS_PAGE },
  component: lazyRouteComponent(() => import('../features/work-records/trainings-page.tsx'), 'TrainingsPage'),
});

const recordRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/work-records/$regionId/$recordId',
  staticData: { page: WORK_RECORD_PAGE },
  component: lazyRouteComponent(
    () => import('../features/work-records/work-record-page.tsx'),
    'WorkRecordPage',
  ),
});

/** The pages of the registers of work. */
export const workRecordRoutes = [listRoute, newRoute, trainingsRoute, recordRoute] as const;
