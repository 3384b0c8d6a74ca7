import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { handoverRoutes } from '@zhaoshi/contract/routes/handovers';

/** A handover (移交) of documents to a reading place, as the list of handovers shows it. */
export type Handover = RouteOutput<typeof handoverRoutes.list>['items'][number];
