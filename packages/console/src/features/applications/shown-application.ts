import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { applicationRoutes } from '@zhaoshi/contract/routes/applications';

export type ShownCase = RouteOutput<typeof applicationRoutes.read>;
export type RegisterRow = RouteOutput<typeof applicationRoutes.search>['items'][number];
export type ShownDerivation = NonNullable<ShownCase['dates']['due']>;
