import type { LinkProps } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { deskRoutes } from '@zhaoshi/contract/routes/desk';

export type TodoItem = RouteOutput<typeof deskRoutes.todo>['items'][number];
export type FoundThing = RouteOutput<typeof deskRoutes.search>['items'][number];
export type Notification = RouteOutput<typeof deskRoutes.notifications>['items'][number];

/** A page of the console, with what is to be shown on it. */
type Place = Pick<LinkProps, 'to' | 'params' | 'search'>;

const ofYear = (year: number | null): { readonly year?: number } => (year === null ? {} : { year });

const TODO_PLACES: Readonly<Record<TodoItem['kind'], (year: number | null) => Place>> = {
  calendarMissing: (year) => ({ to: '/calendar', search: ofYear(year) }),
  reportingUnitsUnset: (year) => ({ to: '/reporting-units', search: ofYear(year) }),
  disclosureOfficeIncomplete: () => ({ to: '/organs', search: { lacking: true } }),
  jobsFailed: () => ({ to: '/jobs' }),
  accountsLocked: () => ({ to: '/accounts', search: { state: 'locked' } }),
};

/** Where a matter is dealt with. */
export const placeOfTodo = ({ kind, year }: Pick<TodoItem, 'kind' | 'year'>): Place =>
  TODO_PLACES[kind](year);

/** The page of a thing that was found; `null` for what has only a page of the portal. */
export function placeOf({ kind, regionId, id }: FoundThing): Place | null {
  if (kind === 'organ' && regionId !== null)
    return { to: '/organs/$regionId/$organId', params: { regionId, organId: id } };
  return kind === 'account' ? { to: '/accounts/$accountId', params: { accountId: id } } : null;
}

/** Where the person sees to what they are told; `null` where the words are all. */
export const NOTIFICATION_PLACES: Readonly<Record<NonNullable<Notification['kind']>, Place | null>> = {
  membershipGranted: null,
  membershipRevoked: null,
  passwordReset: { to: '/account' },
  secondFactorReset: { to: '/account' },
};
