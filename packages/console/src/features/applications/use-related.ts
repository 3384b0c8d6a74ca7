import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { useRead } from '../../app/use-route.ts';
import type { RegisterRow, ShownCase } from './shown-application.ts';
import { useSimilar } from './use-similar.ts';

/** The most other cases of the applicant that are listed here; the register has them all. */
const SHOWN = 5;

/** Other cases of the same applicant, for who may see who that is. */
export function useOthers({ form, applicationId, organId }: ShownCase): readonly RegisterRow[] {
  const applicant = form?.applicant.identityNumber ?? form?.applicant.creditCode ?? form?.applicant.name;
  const { data } = useRead(
    applicationRoutes.search,
    { body: { organId, applicant, limit: SHOWN + 1 } },
    { enabled: applicant !== undefined },
  );
  return (data?.items ?? []).filter((one) => one.applicationId !== applicationId).slice(0, SHOWN);
}

/** How many cases have to do with this one: linked, similar, or of the same applicant; each counted once. */
export function useRelatedCount(shown: ShownCase): number {
  const { data } = useSimilar(shown);
  const cases = [...shown.links, ...useOthers(shown), ...(data?.cases ?? [])];
  return new Set(cases.map(({ applicationId }) => applicationId)).size;
}
