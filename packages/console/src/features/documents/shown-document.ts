import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { documentRoutes } from '@zhaoshi/contract/routes/documents';

export type ShownDocument = RouteOutput<typeof documentRoutes.read>;
export type DocumentRow = RouteOutput<typeof documentRoutes.search>['items'][number];
export type ShownFinding = RouteOutput<typeof documentRoutes.scan>['findings'][number];

export type ShownFileScan = RouteOutput<typeof documentRoutes.scan>['files'][number];

/** What a draft says: the body as the editor has it. */
export type ContentValues = ShownDocument['content'];
