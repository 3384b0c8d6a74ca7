import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { villageRoutes } from '@zhaoshi/contract/routes/villages';

/** A post as the village's list shows it. */
export type ShownPost = RouteOutput<typeof villageRoutes.posts>['items'][number];
