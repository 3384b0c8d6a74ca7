import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { complaintsSearch, ordersSearch } from '../features/complaints/complaints-search.ts';
import {
  COMPLAINT_PAGE,
  COMPLAINTS_PAGE,
  NEW_COMPLAINT_PAGE,
  ORDER_PAGE,
  ORDERS_PAGE,
} from '../features/complaints/page-info.ts';
import { INSPECTION_PAGE, INSPECTIONS_PAGE, NEW_INSPECTION_PAGE } from '../features/inspections/page-info.ts';
import { frameRoute } from './frame-route.tsx';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/complaints',
  staticData: { page: COMPLAINTS_PAGE },
  validateSearch: complaintsSearch,
  component: lazyRouteComponent(() => import('../features/complaints/complaints-page.tsx'), 'ComplaintsPage'),
});

const newRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/complaints/new',
  staticData: { page: NEW_COMPLAINT_PAGE },
  component: lazyRouteComponent(
    () => import('../features/complaints/new-complaint-page.tsx'),
    'NewComplaintPage',
  ),
});

const complaintRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/complaints/$regionId/$complaintId',
  staticData: { page: COMPLAINT_PAGE },
  component: lazyRouteComponent(() => import('../features/complaints/complaint-page.tsx'), 'ComplaintPage'),
});

const ordersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/remediation-orders',
  staticData: { page: ORDERS_PAGE },
  validateSearch: ordersSearch,
  component: lazyRouteComponent(() => import('../features/complaints/orders-page.tsx'), 'OrdersPage'),
});

const orderRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/remediation-orders/$regionId/$orderId',
  staticData: { page: ORDER_PAGE },
  component: lazyRouteComponent(() => import('../features/complaints/order-page.tsx'), 'OrderPage'),
});

const inspectionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inspections',
  staticData: { page: INSPECTIONS_PAGE },
  component: lazyRouteComponent(
    () => import('../features/inspections/inspections-page.tsx'),
    'InspectionsPage',
  ),
});

const newInspectionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inspections/new',
  staticData: { page: NEW_INSPECTION_PAGE },
  component: lazyRouteComponent(
    () => import('../features/inspections/new-inspection-page.tsx'),
    'NewInspectionPage',
  ),
});

const inspectionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inspections/$regionId/$inspectionId',
  staticData: { page: INSPECTION_PAGE },
  component: lazyRouteComponent(
    () => import('../features/inspections/inspection-page.tsx'),
    'InspectionPage',
  ),
});

/** The pages of complaints, of orders to put right, and of inspections. */
export const complaintRoutes = [
  listRoute,
  newRoute,
  complaintRoute,
  ordersRoute,
  orderRoute,
  inspectionsRoute,
  newInspectionRoute,
  inspectionRoute,
] as const;
