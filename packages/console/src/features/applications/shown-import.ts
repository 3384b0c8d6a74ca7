import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { applicationTransferRoutes } from '@zhaoshi/contract/routes/application-transfer';

export type ShownImport = RouteOutput<typeof applicationTransferRoutes.importReport>;
