import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ACCOUNT_PAGE, ACCOUNTS_PAGE, NEW_ACCOUNT_PAGE } from '../features/accounts/page-info.ts';
import { AUDIT_PAGE } from '../features/audit/page-info.ts';
import { CALENDAR_EDITOR_PAGE, CALENDAR_PAGE } from '../features/calendar/page-info.ts';
import { JOBS_PAGE } from '../features/jobs/page-info.ts';
import { MESSAGES_PAGE } from '../features/messages/page-info.ts';
import { ORGAN_PAGE, ORGANS_PAGE } from '../features/organs/page-info.ts';
import { REPORTING_UNITS_PAGE } from '../features/reporting-units/page-info.ts';
import { RHYTHM_PAGE } from '../features/rhythm/page-info.ts';
import { SETTINGS_PAGE } from '../features/settings/page-info.ts';
import { signOnOf } from '../ui/sign-on-end.tsx';
import { annualReportAnalysisRoute } from './annual-report-analysis-route.tsx';
import { annualReportBoardRoute } from './annual-report-board-routes.tsx';
import { annualReportImportRoute } from './annual-report-import-route.tsx';
import { annualReportRoutes } from './annual-report-routes.tsx';
import { amendmentRoutes, applicationRoutes } from './application-routes.tsx';
import { assessmentRoutes } from './assessment-routes.tsx';
import { complaintRoutes } from './complaint-routes.tsx';
import { disputeRoutes } from './dispute-routes.tsx';
import { documentRoutes } from './document-routes.tsx';
import { FaultPage, NotFoundPage } from './fault-pages.tsx';
import { frameRoute, rootRoute } from './frame-route.tsx';
import { opinionRoutes } from './opinion-routes.tsx';
import { SHELL_PAGES } from './pages.ts';
import { safeBack } from './safe-back.ts';
import { statisticsRoutes } from './statistics-routes.tsx';
import { surveyRoutes } from './survey-routes.tsx';
import { villageRoutes } from './village-routes.tsx';
import { workRecordRoutes } from './work-record-routes.tsx';

interface SignInSearch {
  /** Where to go afterwards. */
  readonly back?: string;
  /** How signing in by another service ended. */
  readonly signOn?: string;
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  staticData: { page: SHELL_PAGES.signIn },
  validateSearch: (search: Readonly<Record<string, unknown>>): SignInSearch => {
    const back = safeBack(search['back']);
    return { ...signOnOf(search), ...(back !== undefined && { back }) };
  },
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const setPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-password',
  component: lazyRouteComponent(() => import('../features/sign-in/set-password-page.tsx'), 'SetPasswordPage'),
});

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-up',
  component: lazyRouteComponent(() => import('../features/sign-in/set-up-page.tsx'), 'SetUpPage'),
});

const homeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  staticData: { page: SHELL_PAGES.home },
  component: lazyRouteComponent(() => import('../features/home/home-page.tsx'), 'HomePage'),
});

const accountRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/account',
  staticData: { page: SHELL_PAGES.account },
  validateSearch: signOnOf,
  component: lazyRouteComponent(() => import('../features/account/account-page.tsx'), 'AccountPage'),
});

const auditRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/audit',
  staticData: { page: AUDIT_PAGE },
  component: lazyRouteComponent(() => import('../features/audit/audit-page.tsx'), 'AuditPage'),
});

const jobsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/jobs',
  staticData: { page: JOBS_PAGE },
  component: lazyRouteComponent(() => import('../features/jobs/jobs-page.tsx'), 'JobsPage'),
});

const accountsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/accounts',
  staticData: { page: ACCOUNTS_PAGE },
  validateSearch: ({ state }: Readonly<Record<string, unknown>>): { readonly state?: 'locked' } =>
    state === 'locked' ? { state } : {},
  component: lazyRouteComponent(() => import('../features/accounts/accounts-page.tsx'), 'AccountsPage'),
});

const newAccountRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/accounts/new',
  staticData: { page: NEW_ACCOUNT_PAGE },
  component: lazyRouteComponent(() => import('../features/accounts/new-account-page.tsx'), 'NewAccountPage'),
});

const accountDetailRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/accounts/$accountId',
  staticData: { page: ACCOUNT_PAGE },
  component: lazyRouteComponent(
    () => import('../features/accounts/account-detail-page.tsx'),
    'AccountDetailPage',
  ),
});

const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings',
  staticData: { page: SETTINGS_PAGE },
  component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
});

const yearOf = (search: Readonly<Record<string, unknown>>): { readonly year?: number } => {
  const year = Number(search['year']);
  return Number.isInteger(year) && year >= 2008 && year <= 2100 ? { year } : {};
};

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The organ whose list or calendar is meant; without it the one acted in. */
const organOf = (
  search: Readonly<Record<string, unknown>>,
): { readonly regionId?: string; readonly organId?: string } => {
  const { regionId, organId } = search;
  if (typeof regionId !== 'string' || typeof organId !== 'string') return {};
  return ID.test(regionId) && ID.test(organId) ? { regionId, organId } : {};
};

const calendarRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/calendar',
  staticData: { page: CALENDAR_PAGE },
  validateSearch: yearOf,
  component: lazyRouteComponent(() => import('../features/calendar/calendar-page.tsx'), 'CalendarPage'),
});

const calendarEditorRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/calendar/edit',
  staticData: { page: CALENDAR_EDITOR_PAGE },
  validateSearch: (search: Readonly<Record<string, unknown>>) => ({
    ...yearOf(search),
    ...organOf(search),
  }),
  component: lazyRouteComponent(
    () => import('../features/calendar/calendar-editor-page.tsx'),
    'CalendarEditorPage',
  ),
});

const messagesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/messages',
  staticData: { page: MESSAGES_PAGE },
  component: lazyRouteComponent(() => import('../features/messages/messages-page.tsx'), 'MessagesPage'),
});

const organsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/organs',
  staticData: { page: ORGANS_PAGE },
  validateSearch: ({ lacking }: Readonly<Record<string, unknown>>): { readonly lacking?: boolean } =>
    lacking === true ? { lacking } : {},
  component: lazyRouteComponent(() => import('../features/organs/organs-page.tsx'), 'OrgansPage'),
});

const organRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/organs/$regionId/$organId',
  staticData: { page: ORGAN_PAGE },
  component: lazyRouteComponent(() => import('../features/organs/organ-page.tsx'), 'OrganPage'),
});

const rhythmRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/rhythm',
  staticData: { page: RHYTHM_PAGE },
  validateSearch: yearOf,
  component: lazyRouteComponent(() => import('../features/rhythm/rhythm-page.tsx'), 'RhythmPage'),
});

const reportingUnitsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reporting-units',
  staticData: { page: REPORTING_UNITS_PAGE },
  validateSearch: (search: Readonly<Record<string, unknown>>) => ({
    ...yearOf(search),
    ...organOf(search),
  }),
  component: lazyRouteComponent(
    () => import('../features/reporting-units/reporting-units-page.tsx'),
    'ReportingUnitsPage',
  ),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  setPasswordRoute,
  setUpRoute,
  frameRoute.addChildren([
    homeRoute,
    accountRoute,
    accountsRoute,
    newAccountRoute,
    accountDetailRoute,
    ...applicationRoutes,
    ...disputeRoutes,
    ...complaintRoutes,
    ...villageRoutes,
    ...assessmentRoutes,
    ...opinionRoutes,
    ...workRecordRoutes,
    ...surveyRoutes,
    ...documentRoutes,
    ...statisticsRoutes,
    ...annualReportRoutes,
    annualReportAnalysisRoute,
    annualReportBoardRoute,
    annualReportImportRoute,
    ...amendmentRoutes,
    settingsRoute,
    calendarRoute,
    calendarEditorRoute,
    messagesRoute,
    organsRoute,
    organRoute,
    reportingUnitsRoute,
    rhythmRoute,
    auditRoute,
    jobsRoute,
  ]),
]);

/** The console's pages; each is loaded when it is first opened. */
export const createConsoleRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    basepath: '/console',
    context: { queryClient },
    defaultErrorComponent: FaultPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPreload: 'intent',
    // Answers are kept by the query client.
    defaultPreloadStaleTime: 0,
    scrollRestoration: false,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
