import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { disputeFileRoutes } from '@zhaoshi/contract/routes/dispute-files';
import type { disputeRoutes } from '@zhaoshi/contract/routes/disputes';

export type ShownDispute = RouteOutput<typeof disputeRoutes.read>;
export type ShownStage = ShownDispute['stages'][number];
export type DisputeRow = RouteOutput<typeof disputeRoutes.list>['items'][number];
export type ShownTableFour = RouteOutput<typeof disputeRoutes.tableFour>;
export type ShownClock = ShownDispute['clocks'][number];
export type ShownProof = RouteOutput<typeof disputeRoutes.proof>;
export type ShownLosses = RouteOutput<typeof disputeRoutes.losses>;
export type ShownPapers = RouteOutput<typeof disputeFileRoutes.list>;
export type ShownPaper = ShownPapers['files'][number];
