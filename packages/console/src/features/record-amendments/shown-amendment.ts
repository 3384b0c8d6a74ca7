import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { recordAmendmentRoutes } from '@zhaoshi/contract/routes/record-amendments';

export type ShownAmendment = RouteOutput<typeof recordAmendmentRoutes.read>;
