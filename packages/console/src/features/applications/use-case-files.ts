import type { UseQueryResult } from '@tanstack/react-query';
import { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import { useRead } from '../../app/use-route.ts';
import type { ShownCase } from './shown-application.ts';
import type { CaseFiles } from './shown-files.ts';

/** Who may not see the applicant sees no files. */
export const seesFiles = ({ abilities }: Pick<ShownCase, 'abilities'>): boolean =>
  abilities.includes('application.readApplicant');

/** The files of a case, for who may see them. */
export const useCaseFiles = (shown: ShownCase): UseQueryResult<CaseFiles> => {
  const { regionId, applicationId } = shown;
  const params = { regionId, applicationId };
  return useRead(applicationFileRoutes.list, { params }, { enabled: seesFiles(shown) });
};
