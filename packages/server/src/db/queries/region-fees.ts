import type { FeeRegister } from '@zhaoshi/domain/annual-report/rules/register-facts';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { processingFees } from './processing-fees.ts';

interface UnitBelow {
  readonly region_id: string;
  readonly organ_id: string;
  /** It has sent a report that was not counted from registers: what it collected is not known here. */
  readonly is_unknown: boolean;
}

/** Every unit of a region's list and, below the governments among them, of theirs, with the region's own government. */
async function unitsBelow(
  database: Kysely<Schema>,
  regionId: string,
  reportYear: number,
): Promise<readonly UnitBelow[]> {
  const { rows } = await sql<UnitBelow>`
    with recursive below as (
      select unit.unit_region_id as region_id, unit.unit_organ_id as organ_id from reporting_unit as unit
      where unit.region_id = ${regionId}::uuid and unit.report_year = ${reportYear}::integer and unit.included
      union
      select unit.unit_region_id, unit.unit_organ_id from below
      join organ on organ.region_id = below.region_id and organ.organ_id = below.organ_id and organ.parent_id is null
      join reporting_unit as unit on unit.region_id = below.region_id
        and unit.report_year = ${reportYear}::integer and unit.included),
    -- Chosen before anything is joined: a nation has many times more organs than a list.
    chosen as materialized (
      select region_id, organ_id from below
      union select region_id, organ_id from organ where region_id = ${regionId}::uuid and parent_id is null)
    select organ.region_id, organ.organ_id, organ.parent_id is not null and sent.submission is not null
      and sent.cases_sha256 is null as is_unknown
    from chosen join organ using (region_id, organ_id)
    left join report_work as work on work.region_id = organ.region_id and work.organ_id = organ.organ_id
      and work.report_year = ${reportYear}::integer
    left join report_submission as sent on sent.region_id = work.region_id and sent.report_id = work.report_id
      and sent.submission = work.counted`.execute(database);
  return rows;
}

/**
 * 信息处理费 that the units of a region collected in a year, for part six of its report (30号一(六)).
 *
 * @returns `undefined`: a unit has reported without its register, so that nobody here knows the sum
 */
export async function regionFees(
  database: Kysely<Schema>,
  regionId: string,
  reportYear: number,
): Promise<FeeRegister | undefined> {
  const units = await unitsBelow(database, regionId, reportYear);
  if (units.some(({ is_unknown }) => is_unknown)) return undefined;
  const organs = units.map(({ region_id, organ_id }) => ({ regionId: region_id, organId: organ_id }));
  return await processingFees(database, organs, reportYear);
}
