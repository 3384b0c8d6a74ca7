import { type RawBuilder, sql } from 'kysely';
import type { OrganIds } from './organs.ts';

/** Organs as rows to join, `wanted (region_id, organ_id)`: region first, as every index of what an organ keeps begins. */
export const wantedOrgans = (organs: readonly OrganIds[]): RawBuilder<unknown> => sql`
  unnest(${organs.map(({ regionId }) => regionId)}::uuid[], ${organs.map(({ organId }) => organId)}::uuid[])
    as wanted (region_id, organ_id)`;
