import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Candidate } from '@zhaoshi/domain/organ/reporting-units';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { KIND_ORDER, type OrganIds } from './organs.ts';

/** The years for which a region has a list, the newest first, with the number of those who report. */
export async function reportingYears(database: Kysely<Schema>, regionId: string) {
  return await database
    .selectFrom('reporting_unit_list as list')
    .leftJoin('reporting_unit as unit', (join) =>
      join
        .onRef('unit.region_id', '=', 'list.region_id')
        .onRef('unit.report_year', '=', 'list.report_year')
        .on('unit.included', '=', true),
    )
    .select(['list.report_year'])
    .select((build) => build.fn.count<number>('unit.unit_organ_id').as('included'))
    .where('list.region_id', '=', regionId)
    .groupBy('list.report_year')
    .orderBy('list.report_year', 'desc')
    .execute();
}

/** The rows of a region's list, in their order. */
export async function reportingUnitRows(database: Kysely<Schema>, regionId: string, reportYear: number) {
  return await database
    .selectFrom('reporting_unit as unit')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'unit.unit_region_id')
        .onRef('organ.organ_id', '=', 'unit.unit_organ_id'),
    )
    .select([
      'organ.region_id',
      'organ.organ_id',
      'organ.name',
      'organ.kind',
      'organ.valid_to',
      'unit.included',
      'unit.reason',
    ])
    .where('unit.region_id', '=', regionId)
    .where('unit.report_year', '=', reportYear)
    .orderBy('unit.position')
    .execute();
}

/** Whether a list of the year names an organ among those who report, its own region's or that of the region above. */
export async function isReportingUnit(
  database: Kysely<Schema>,
  { regionId, organId, reportYear }: OrganIds & { readonly reportYear: number },
): Promise<boolean> {
  const found = await database
    .selectFrom('reporting_unit')
    .select('position')
    .where('unit_region_id', '=', regionId)
    .where('unit_organ_id', '=', organId)
    .where('report_year', '=', reportYear)
    .where('included', '=', true)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export interface UnitCandidate extends Candidate {
  readonly regionId: string;
  readonly name: string;
}

/**
 * Every organ that a region's list may name: those of the region except its own government, whose report is the sum
 * of them (annual-report.md §8), and the governments of the regions right below.
 */
export async function reportingUnitCandidates(
  database: Kysely<Schema>,
  regionId: string,
): Promise<readonly UnitCandidate[]> {
  const rows = await database
    .selectFrom('organ')
    .innerJoin('region', 'region.region_id', 'organ.region_id')
    .leftJoin('organ_successor as succession', (join) =>
      join
        .onRef('succession.region_id', '=', 'organ.region_id')
        .onRef('succession.organ_id', '=', 'organ.organ_id'),
    )
    .leftJoin('organ as successor', (join) =>
      join
        .onRef('successor.region_id', '=', 'succession.successor_region_id')
        .onRef('successor.organ_id', '=', 'succession.successor_organ_id'),
    )
    .select([
      'organ.region_id',
      'organ.organ_id',
      'organ.name',
      'organ.kind',
      'organ.valid_from',
      'organ.valid_to',
      'successor.name as successor_name',
    ])
    .where((build) =>
      build.or([
        build.and([build('organ.region_id', '=', regionId), build('organ.parent_id', 'is not', null)]),
        build.and([build('region.parent_id', '=', regionId), build('organ.parent_id', 'is', null)]),
      ]),
    )
    .orderBy(sql`array_position(${KIND_ORDER}::text[], organ.kind)`)
    .orderBy('organ.slug')
    .execute();
  const byOrgan = Map.groupBy(rows, ({ organ_id }) => organ_id);
  return [...byOrgan.values()].flatMap((same) => {
    const [row] = same;
    if (row === undefined) return [];
    return [
      {
        regionId: row.region_id,
        organId: row.organ_id,
        name: row.name,
        kind: row.kind,
        validFrom: row.valid_from as CivilDate,
        validTo: row.valid_to as CivilDate | null,
        successors: same.flatMap(({ successor_name }) => successor_name ?? []),
      },
    ];
  });
}

/** A region's list for a year; `undefined` as long as it was not started. */
export async function findReportingUnits(database: Kysely<Schema>, regionId: string, reportYear: number) {
  const list = await database
    .selectFrom('reporting_unit_list')
    .select(['copied_from', 'version'])
    .where('region_id', '=', regionId)
    .where('report_year', '=', reportYear)
    .executeTakeFirst();
  if (list === undefined) return undefined;
  return {
    regionId,
    reportYear,
    ...list,
    units: await reportingUnitRows(database, regionId, reportYear),
    candidates: await reportingUnitCandidates(database, regionId),
  };
}

export type FoundReportingUnits = NonNullable<Awaited<ReturnType<typeof findReportingUnits>>>;
