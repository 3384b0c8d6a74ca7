import type { TreeKind } from '@zhaoshi/domain/organ/tree';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';

/**
 * The one organ that exercises the powers of `ended` now (规范: 继续行使其职权的行政机关): who took over all of them before who
 * took over some, then the first; where nobody did, the office of its government. The same choice as `organ/counted-by`
 * makes for the registers, so that whoever works on a case is who counts it.
 */
const HEIR: RawBuilder<unknown> = sql`(
  select next.region_id, next.organ_id from (
    (select 1 as rank, succession.successor_region_id as region_id, succession.successor_organ_id as organ_id
      from organ_successor as succession
      where succession.region_id = ended.region_id and succession.organ_id = ended.organ_id
      order by succession.matters is not null, succession.valid_from, succession.successor_organ_id limit 1)
    union all
    (select 2, office.region_id, office.organ_id from organ as office
      where office.region_id = ended.region_id and office.kind = 'governmentOrgan'
        and (office.valid_to is null or office.valid_to > civil_today())
      order by office.valid_from, office.organ_id limit 1)) as next
  order by next.rank limit 1)`;

/** Successions from one to the next are followed so far; more is a circle. */
const MOST_STEPS = 20;

/** Who acts for an organ: itself while it is there, else whoever exercises its powers now. */
export async function actingOrgan(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
): Promise<OrganIds> {
  const { rows } = await sql<{ region_id: string; organ_id: string }>`
    with recursive chain (region_id, organ_id, step) as (
      select ${regionId}::uuid, ${organId}::uuid, 0
      union all
      select heir.region_id, heir.organ_id, chain.step + 1
      from chain join organ as ended using (region_id, organ_id) cross join lateral ${HEIR} as heir
      where ended.valid_to <= civil_today() and chain.step < ${MOST_STEPS}::integer)
    select region_id, organ_id from chain order by step desc limit 1`.execute(database);
  const [row] = rows;
  return row === undefined ? { regionId, organId } : { regionId: row.region_id, organId: row.organ_id };
}

/** Condition on `organ`: anything was ever left to it. Only then it is worth following whose powers it exercises. */
export const LEFT_SOMETHING: RawBuilder<boolean> = sql`(
  exists (select from organ_successor as succession
    where succession.successor_region_id = organ.region_id and succession.successor_organ_id = organ.organ_id)
  or organ.kind = 'governmentOrgan' and exists (select from organ as ended
    where ended.region_id = organ.region_id and ended.valid_to is not null))`;

export interface LeftOrgan {
  readonly region_id: string;
  readonly organ_id: string;
  readonly name: string;
  readonly kind: TreeKind;
  readonly path: string;
  /** Who exercises its powers. */
  readonly heir_id: string;
}

/** The ended organs whose powers some organs exercise now, in the order of their names. */
export async function organsLeftTo(
  database: Kysely<Schema>,
  organs: readonly OrganIds[],
): Promise<readonly LeftOrgan[]> {
  if (organs.length === 0) return [];
  const { rows } = await sql<LeftOrgan>`
    with recursive left_to (region_id, organ_id, heir_id) as (
      select region_id, organ_id, organ_id from unnest(${organs.map(({ regionId }) => regionId)}::uuid[],
        ${organs.map(({ organId }) => organId)}::uuid[]) as own (region_id, organ_id)
      union
      select ended.region_id, ended.organ_id, left_to.heir_id
      from left_to cross join lateral (
        select region_id, organ_id from organ_successor as succession
        where succession.successor_region_id = left_to.region_id
          and succession.successor_organ_id = left_to.organ_id
        union all
        select below.region_id, below.organ_id from organ as office join organ as below using (region_id)
        where office.region_id = left_to.region_id and office.organ_id = left_to.organ_id
          and office.kind = 'governmentOrgan' and below.valid_to is not null
          and below.kind <> 'village') as candidate
      join organ as ended on ended.region_id = candidate.region_id and ended.organ_id = candidate.organ_id
      cross join lateral ${HEIR} as heir
      where ended.valid_to <= civil_today()
        and heir.region_id = left_to.region_id and heir.organ_id = left_to.organ_id)
    select organ.region_id, organ.organ_id, organ.name, organ.kind, organ.path, left_to.heir_id
    from left_to join organ using (region_id, organ_id)
    where organ.valid_to <= civil_today()
    order by organ.name, organ.organ_id`.execute(database);
  return rows;
}
