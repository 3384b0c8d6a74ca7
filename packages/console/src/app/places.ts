import type { LinkProps } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { deskRoutes } from '@zhaoshi/contract/routes/desk';
import type { RegisterSearch } from '../features/applications/register-search.ts';
import type { DocumentSearch } from '../features/documents/list/document-search.ts';

export type TodoItem = RouteOutput<typeof deskRoutes.todo>['items'][number];
export type FoundThing = RouteOutput<typeof deskRoutes.search>['items'][number];
export type Notification = RouteOutput<typeof deskRoutes.notifications>['items'][number];

/** A page of the console, with what is to be shown on it. */
type Place = Pick<LinkProps, 'to' | 'params' | 'search'>;

const ofYear = (year: number | null): { readonly year?: number } => (year === null ? {} : { year });

const register = (search: RegisterSearch): Place => ({ to: '/applications', search });

const placeOfApplication = ({
  regionId,
  applicationId,
}: {
  readonly regionId: string;
  readonly applicationId: string;
}): Place => ({ to: '/applications/$regionId/$applicationId', params: { regionId, applicationId } });

const documents = (search: DocumentSearch): Place => ({ to: '/documents', search });

const placeOfDocument = (params: { readonly regionId: string; readonly documentId: string }): Place => ({
  to: '/documents/$regionId/$documentId',
  params,
});

const editedCalendar = (search: {
  readonly regionId: string;
  readonly organId: string;
  readonly year: number;
}): Place => ({ to: '/calendar/edit', search });

const TODO_PLACES: Readonly<Record<TodoItem['kind'], (year: number | null, accountId: string) => Place>> = {
  applicationsOverdue: () => register({ stage: 'overdue' }),
  applicationsDueSoon: () => register({ stage: 'dueSoon' }),
  applicationsToConfirm: () => register({ status: 'awaitingConfirmation' }),
  applicationsUnassigned: () => register({ unassigned: true }),
  applicationsMine: (_year, officerId) => register({ officerId }),
  repliesToReview: () => register({ status: 'underReview' }),
  repliesToApprove: () => register({ status: 'underReview' }),
  extensionsToDecide: () => register({}),
  promotionsToDecide: () => register({ stage: 'all', promotion: true }),
  correctionsLapsed: () => register({ status: 'awaitingCorrection' }),
  paymentsLapsed: () => register({ status: 'awaitingPayment' }),
  consultationsLapsed: () => register({ status: 'consulting' }),
  datesToTell: () => register({}),
  documentsOverdue: () => documents({ stage: 'overdue' }),
  documentsDueSoon: () => documents({}),
  documentsToAgree: () => documents({ status: 'inUnitReview' }),
  documentsToReview: () => documents({ status: 'inReview' }),
  documentsToResolve: () => documents({ status: 'reported' }),
  documentsToSign: () => documents({ status: 'inApproval' }),
  documentsToPublish: () => documents({ status: 'approved' }),
  documentsToApproveAfterwards: () => documents({ stage: 'waiting' }),
  leaksToFollowUp: () => documents({ owes: 'leak' }),
  amendmentsToDecide: () => ({ to: '/record-amendments', search: { stage: 'open' } }),
  voicesToAnswer: () => ({ to: '/public-voices', search: { stage: 'open' } }),
  postersToTakeDown: () => ({ to: '/channels/boards' }),
  gazettesToMend: () => ({ to: '/channels/gazette' }),
  mediaToTakeDown: () => ({ to: '/channels/media' }),
  itemsOverdue: () => ({ to: '/coverage' }),
  itemsMissing: () => ({ to: '/coverage' }),
  columnsEmpty: () => ({ to: '/coverage' }),
  casesToReevaluate: () => ({ to: '/reevaluations' }),
  interpretationsOwed: () => documents({ owes: 'interpretation' }),
  feedbackOwed: () => documents({ owes: 'feedback' }),
  linksDead: () => documents({ owes: 'link' }),
  guideOutdated: () => ({ to: '/guide' }),
  statisticsMissing: () => ({ to: '/statistics' }),
  statisticsReturned: () => ({ to: '/statistics' }),
  statisticsToSignOff: () => ({ to: '/statistics' }),
  disputesOwed: () => ({ to: '/disputes', search: { state: 'owing' } }),
  judgmentsToFollow: () => ({ to: '/disputes', search: { state: 'open' } }),
  complaintsToAcknowledge: () => ({ to: '/complaints', search: { state: 'open' } }),
  complaintsToAnswer: () => ({ to: '/complaints', search: { state: 'open' } }),
  ordersToPerform: () => ({ to: '/remediation-orders', search: { state: 'owed' } }),
  objectionsToRule: () => ({ to: '/assessments' }),
  selfAssessmentsAsked: () => ({ to: '/assessments' }),
  assessmentsToEnd: () => ({ to: '/assessments' }),
  ordersToReview: () => ({ to: '/remediation-orders', search: { state: 'reported' } }),
  reportsToWrite: () => ({ to: '/annual-reports' }),
  reportsToSign: () => ({ to: '/annual-reports' }),
  reportsToPublish: () => ({ to: '/annual-reports' }),
  reportCopiesOff: () => ({ to: '/annual-reports' }),
  reportsToReview: (year) => ({
    to: '/annual-reports/board',
    search: { ...ofYear(year), view: 'submitted' },
  }),
  reportsOverdue: (year) => ({ to: '/annual-reports/board', search: { ...ofYear(year), view: 'late' } }),
  villageItemsDue: () => ({ to: '/village' }),
  villageQuestions: () => ({ to: '/village/questions' }),
  villagesLate: () => ({ to: '/village/overview' }),
  workDue: () => ({ to: '/work-records', search: { state: 'open' } }),
  opinionsToAnswer: () => ({ to: '/opinions', search: { state: 'open' } }),
  opinionsToAssess: () => ({ to: '/opinions', search: { state: 'open' } }),
  rhythmOwed: () => ({ to: '/rhythm' }),
  itemsUnassigned: () => ({ to: '/catalog', search: { state: 'unassigned' } }),
  handoversOverdue: () => ({ to: '/channels/handovers' }),
  calendarMissing: (year) => ({ to: '/calendar', search: ofYear(year) }),
  calendarToConfirm: (year) => ({ to: '/calendar/edit', search: ofYear(year) }),
  reportingUnitsUnset: (year) => ({ to: '/reporting-units', search: ofYear(year) }),
  disclosureOfficeIncomplete: () => ({ to: '/organs', search: { lacking: true } }),
  jobsFailed: () => ({ to: '/jobs' }),
  accountsLocked: () => ({ to: '/accounts', search: { state: 'locked' } }),
};

/** Where a matter is dealt with: a single case or document on its own page, several in their list. */
export const placeOfTodo = (
  {
    kind,
    year,
    application,
    document,
    assessedUnit,
    organ,
  }: Pick<TodoItem, 'kind' | 'year' | 'application' | 'document' | 'assessedUnit' | 'organ'>,
  accountId: string,
): Place => {
  if (document !== null) return placeOfDocument(document);
  if (assessedUnit !== null)
    return { to: '/assessments/$regionId/$assessmentId/$unitOrganId', params: assessedUnit };
  if (kind === 'calendarToConfirm' && organ !== null && year !== null) {
    return editedCalendar({ ...organ, year });
  }
  return application === null ? TODO_PLACES[kind](year, accountId) : placeOfApplication(application);
};

/** The page of a thing that was found; `null` for what has only a page of the portal. */
export function placeOf({ kind, regionId, id }: FoundThing): Place | null {
  if (kind === 'organ' && regionId !== null)
    return { to: '/organs/$regionId/$organId', params: { regionId, organId: id } };
  if (kind === 'application' && regionId !== null) return placeOfApplication({ regionId, applicationId: id });
  return kind === 'account' ? { to: '/accounts/$accountId', params: { accountId: id } } : null;
}

/** Where the person sees to what they are told; `null` where the words are all. */
export function placeOfNotification({
  kind,
  application,
  amendment,
  calendar,
  document,
  opinion,
  todo,
}: Pick<
  Notification,
  'kind' | 'application' | 'amendment' | 'calendar' | 'document' | 'opinion' | 'todo'
>): Place | null {
  if (document !== null) return placeOfDocument(document);
  if (application !== null) return placeOfApplication(application);
  if (opinion !== null) return { to: '/opinions/$regionId/$opinionId', params: opinion };
  if (amendment !== null) return { to: '/record-amendments/$regionId/$amendmentId', params: amendment };
  if (calendar !== null) return editedCalendar(calendar);
  if (todo !== null) return TODO_PLACES[todo](null, '');
  return kind === null ? null : NOTIFICATION_PLACES[kind];
}

const NOTIFICATION_PLACES: Readonly<Record<NonNullable<Notification['kind']>, Place | null>> = {
  applicationReminder: null,
  applicationDueMoved: null,
  recordAmendmentReminder: null,
  documentWaiting: null,
  documentReminder: null,
  dutyReminder: null,
  opinionReminder: { to: '/opinions', search: { state: 'open' } },
  reportWaiting: { to: '/annual-reports' },
  membershipGranted: null,
  membershipRevoked: null,
  calendarProposed: null,
  calendarConfirmed: null,
  calendarSentBack: null,
  passwordReset: { to: '/account' },
  secondFactorReset: { to: '/account' },
};
