import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { accountsRoutes } from '@zhaoshi/contract/routes/accounts';

/** An account as the interface shows it to administrators and auditors. */
export type ShownAccount = RouteOutput<typeof accountsRoutes.read>;

export type Membership = ShownAccount['memberships'][number];
