import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';

export interface OrganKey {
  readonly regionId: string;
  readonly organId: string;
}

/**
 * The organ whose catalogue is meant: that of the person; for the office of a government, which is its competent
 * department (条例3), the government. `null` until it is known.
 */
export function useKeeper(): OrganKey | null {
  const { organ } = useSession();
  const own = { regionId: organ?.regionId ?? '', organId: organ?.organId ?? '' };
  const { data } = useRead(organRoutes.read, { params: own }, { enabled: organ !== null });
  if (organ === null || data === undefined) return null;
  const isSupervisor = organ.roles.includes('supervisor');
  return isSupervisor && data.kind === 'governmentOrgan' && data.parentId !== null
    ? { regionId: data.regionId, organId: data.parentId }
    : own;
}
