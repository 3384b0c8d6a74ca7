import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { villageRoutes } from '@zhaoshi/contract/routes/villages';
import { useEffect } from 'react';
import { useRead } from '../../app/use-route.ts';

/** What a village owes, with who signed last. */
export type VillageDesk = RouteOutput<typeof villageRoutes.desk>;

const keyOf = (organId: string): string => `zhaoshi.village/${organId}`;

function readKept(organId: string): VillageDesk | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(organId)) ?? 'null');
    const parsed = villageRoutes.desk.response.safeParse(kept);
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

interface FoundDesk {
  readonly desk: VillageDesk | undefined;
  /** Why there is none. */
  readonly error: unknown;
}

/** What a village owes, as it was read last where there is no connection; none of it is secret or personal. */
export function useVillageDesk(ids: { readonly regionId: string; readonly organId: string }): FoundDesk {
  const { organId } = ids;
  const { data, error, fetchStatus } = useRead(villageRoutes.desk, { params: ids });
  useEffect(() => {
    if (data !== undefined) localStorage.setItem(keyOf(organId), JSON.stringify(data));
  }, [data, organId]);
  const isCutOff = error !== null || fetchStatus === 'paused';
  const kept = data === undefined && isCutOff ? readKept(organId) : undefined;
  return { desk: data ?? kept, error: kept === undefined ? error : null };
}
