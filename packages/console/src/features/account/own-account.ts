import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { accountRoutes } from '@zhaoshi/contract/routes/account';

export type OwnAccount = RouteOutput<typeof accountRoutes.read>;
