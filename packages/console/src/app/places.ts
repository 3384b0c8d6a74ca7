import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { deskRoutes } from '@zhaoshi/contract/routes/desk';

export type TodoItem = RouteOutput<typeof deskRoutes.todo>['items'][number];
export type FoundThing = RouteOutput<typeof deskRoutes.search>['items'][number];

/** Where a kind of work is done. */
export const TODO_PLACES: Readonly<Record<TodoItem['kind'], string>> = {
  calendarMissing: '/calendar',
  reportingUnitsUnset: '/reporting-units',
  disclosureOfficeIncomplete: '/organs',
  jobsFailed: '/jobs',
  accountsLocked: '/accounts',
};

/** The page of a thing that was found; `null` for what has only a page of the portal. */
export function placeOf({ kind, regionId, id }: FoundThing): string | null {
  if (kind === 'organ' && regionId !== null) return `/organs/${regionId}/${id}`;
  return kind === 'account' ? `/accounts/${id}` : null;
}
