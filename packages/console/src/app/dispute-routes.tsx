import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  disputesSearch,
  lossesSearch,
  newDisputeSearch,
  tableFourSearch,
} from '../features/disputes/disputes-search.ts';
import {
  DISPUTE_PAGE,
  DISPUTES_PAGE,
  LOSSES_PAGE,
  NEW_DISPUTE_PAGE,
  TABLE_FOUR_PAGE,
} from '../features/disputes/page-info.ts';
import { frameRoute } from './frame-route.tsx';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/disputes',
  staticData: { page: DISPUTES_PAGE },
  validateSearch: disputesSearch,
  component: lazyRouteComponent(() => import('../features/disputes/disputes-page.tsx'), 'DisputesPage'),
});

const newRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/disputes/new',
  staticData: { page: NEW_DISPUTE_PAGE },
  validateSearch: newDisputeSearch,
  component: lazyRouteComponent(() => import('../features/disputes/new-dispute-page.tsx'), 'NewDisputePage'),
});

const tableFourRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/disputes/table-four',
  staticData: { page: TABLE_FOUR_PAGE },
  validateSearch: tableFourSearch,
  component: lazyRouteComponent(() => import('../features/disputes/table-four-page.tsx'), 'TableFourPage'),
});

const lossesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/disputes/losses',
  staticData: { page: LOSSES_PAGE },
  validateSearch: lossesSearch,
  component: lazyRouteComponent(() => import('../features/disputes/losses-page.tsx'), 'LossesPage'),
});

const disputeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/disputes/$regionId/$disputeId',
  staticData: { page: DISPUTE_PAGE },
  component: lazyRouteComponent(() => import('../features/disputes/dispute-page.tsx'), 'DisputePage'),
});

/** The pages of the register of disputes, out of which table four is counted. */
export const disputeRoutes = [listRoute, newRoute, tableFourRoute, lossesRoute, disputeRoute] as const;
