import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { noticeBoardRoutes } from '@zhaoshi/contract/routes/notice-boards';

/** A document on a notice board (公告栏), as the list of postings shows it. */
export type Posting = RouteOutput<typeof noticeBoardRoutes.postings>['items'][number];
