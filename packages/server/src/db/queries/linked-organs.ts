import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { CountedOrgan, Succession } from '@zhaoshi/domain/organ/counted-by';
import { isGovernment, type TreeKind } from '@zhaoshi/domain/organ/tree';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';

/** An organ with what decides who counts it, and its path, by which its settings hold. */
export interface LinkedOrgan extends CountedOrgan, OrganIds {
  readonly path: string;
  readonly name: string;
  readonly kind: TreeKind;
}

/** The office that was there on 31 December, of several the oldest; one that has ended only where there is no other. */
const OFFICE = (reportYear: number): RawBuilder<string | null> => sql<string | null>`(
  select office.organ_id from organ as office
  where office.region_id = organ.region_id and office.kind = 'governmentOrgan'
  order by office.valid_from <= make_date(${reportYear}::integer, 12, 31)
      and coalesce(office.valid_to > make_date(${reportYear}::integer, 12, 31), true) desc,
    office.valid_from, office.organ_id
  limit 1)`;

/**
 * Organs that some lead to, themselves included: by a succession, forward and back; to the government of their region; from
 * a government to its offices and to whatever ended under it.
 */
const linkedTo = (organs: readonly OrganIds[]): RawBuilder<unknown> => sql`linked as (
  select * from unnest(${organs.map(({ regionId }) => regionId)}::uuid[],
    ${organs.map(({ organId }) => organId)}::uuid[]) as start (region_id, organ_id)
  union
  select next.* from linked cross join lateral (
    select successor_region_id, successor_organ_id from organ_successor as succession
    where succession.region_id = linked.region_id and succession.organ_id = linked.organ_id
    union all
    select region_id, organ_id from organ_successor as succession
    where succession.successor_region_id = linked.region_id and succession.successor_organ_id = linked.organ_id
    union all
    select region_id, organ_id from organ
    where organ.region_id = linked.region_id and organ.parent_id is null
    union all
    -- Of a government alone, so that a region's organs are gone through once.
    select below.region_id, below.organ_id from organ as government join organ as below using (region_id)
    where government.region_id = linked.region_id and government.organ_id = linked.organ_id
      and government.parent_id is null and (below.kind = 'governmentOrgan' or below.valid_to is not null)) as next)`;

interface Row {
  readonly region_id: string;
  readonly organ_id: string;
  readonly path: string;
  readonly name: string;
  readonly kind: TreeKind;
  readonly valid_to: CivilDate | null;
  readonly is_listed: boolean;
  readonly government_id: string;
  readonly office_id: string | null;
  readonly successions: readonly Succession[];
}

const linkedOf = (row: Row): LinkedOrgan => ({
  regionId: row.region_id,
  organId: row.organ_id,
  path: row.path,
  name: row.name,
  kind: row.kind,
  isGovernment: isGovernment(row.kind),
  validTo: row.valid_to,
  isListed: row.is_listed,
  successions: row.successions,
  governmentId: row.government_id,
  officeId: row.office_id,
});

/** The offices of a region's government, and whatever has ended in the region. */
export const officesAndEnded = async (database: Kysely<Schema>, regionId: string) =>
  await database
    .selectFrom('organ')
    .select(['organ_id', 'valid_to'])
    .where('region_id', '=', regionId)
    .where('kind', '<>', 'village')
    .where((build) => build.or([build('kind', '=', 'governmentOrgan'), build('valid_to', 'is not', null)]))
    .execute();

/** Everything that decides about a year's reports which of them counts some organs; few organs ever end, so these are few. */
export async function linkedOrgans(
  database: Kysely<Schema>,
  organs: readonly OrganIds[],
  reportYear: number,
): Promise<ReadonlyMap<string, LinkedOrgan>> {
  const { rows } = await sql<Row>`
    with recursive ${linkedTo(organs)}
    select organ.region_id, organ.organ_id, organ.path, organ.name, organ.kind, organ.valid_to,
      exists (select from reporting_unit as unit where unit.unit_region_id = organ.region_id
        and unit.unit_organ_id = organ.organ_id and unit.report_year = ${reportYear}::integer and unit.included)
        as is_listed,
      (select government.organ_id from organ as government
        where government.region_id = organ.region_id and government.parent_id is null) as government_id,
      ${OFFICE(reportYear)} as office_id,
      coalesce((select jsonb_agg(jsonb_build_object('successorId', succession.successor_organ_id,
          'validFrom', succession.valid_from, 'matters', succession.matters))
        from organ_successor as succession
        where succession.region_id = organ.region_id and succession.organ_id = organ.organ_id), '[]')
        as successions
    from linked join organ using (region_id, organ_id)
    where organ.kind <> 'village'`.execute(database);
  return new Map(rows.map((row) => [row.organ_id, linkedOf(row)]));
}
