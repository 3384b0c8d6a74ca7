import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { guideRoutes } from '@zhaoshi/contract/routes/guide';

/** The guide (公开指南) of an organ with its texts, parts and document, as its page shows it. */
export type ShownGuide = RouteOutput<typeof guideRoutes.read>;
