import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { inspectionRoutes } from '@zhaoshi/contract/routes/inspections';

export type ShownInspection = RouteOutput<typeof inspectionRoutes.read>;
export type InspectionRow = RouteOutput<typeof inspectionRoutes.list>['items'][number];
export type Check = ShownInspection['checks'][number];
