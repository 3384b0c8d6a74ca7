import type { UseQueryResult } from '@tanstack/react-query';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { applicationRelationRoutes } from '@zhaoshi/contract/routes/application-relations';
import { useRead } from '../../app/use-route.ts';
import type { ShownCase } from './shown-application.ts';

export type Similar = RouteOutput<typeof applicationRelationRoutes.similar>;
export type SimilarCase = Similar['cases'][number];

/** Cases that may repeat this one or ask for the same, and how often its applicant applies. */
export const useSimilar = ({ regionId, applicationId }: ShownCase): UseQueryResult<Similar> =>
  useRead(applicationRelationRoutes.similar, { params: { regionId, applicationId } });
