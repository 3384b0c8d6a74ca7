import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { calendarRoutes } from '@zhaoshi/contract/routes/calendars';

export type ShownYear = RouteOutput<typeof calendarRoutes.readYear>;
export type YearSummary = RouteOutput<typeof calendarRoutes.listYears>['years'][number];
export type ShownDay = ShownYear['days'][number];
export type ShownChange = RouteOutput<typeof calendarRoutes.previewYear>;
