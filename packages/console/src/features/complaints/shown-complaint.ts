import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import type { remediationRoutes } from '@zhaoshi/contract/routes/remediation-orders';

export type ShownComplaint = RouteOutput<typeof complaintRoutes.read>;
export type ComplaintRow = RouteOutput<typeof complaintRoutes.list>['items'][number];
export type ShownOrder = RouteOutput<typeof remediationRoutes.read>;
export type OrderRow = RouteOutput<typeof remediationRoutes.list>['items'][number];
