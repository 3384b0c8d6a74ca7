import type { TreeKind } from '@zhaoshi/domain/organ/tree';
import type { PublishedDatabase } from './published.ts';

/** The years for which a region has a list of reporting units, the newest first. */
export async function publishedUnitYears(
  database: PublishedDatabase,
  regionId: string,
): Promise<readonly number[]> {
  const rows = await database
    .selectFrom('published.reporting_unit')
    .select('report_year')
    .distinct()
    .where('region_id', '=', regionId)
    .orderBy('report_year', 'desc')
    .execute();
  return rows.map(({ report_year }) => report_year);
}

/** Which of a region's list of a year. */
export interface UnitsAsked {
  readonly regionId: string;
  readonly reportYear: number;
  readonly included: boolean;
  /** Kind of the organs; `null`: all. */
  readonly kind: TreeKind | null;
  readonly limit: number;
  readonly offset: number;
}

const listed = (
  database: PublishedDatabase,
  { regionId, reportYear }: Pick<UnitsAsked, 'regionId' | 'reportYear'>,
) =>
  database
    .selectFrom('published.reporting_unit as unit')
    .innerJoin('published.organ_record as organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'unit.unit_region_id')
        .onRef('organ.organ_id', '=', 'unit.unit_organ_id'),
    )
    .leftJoin('published.annual_report as report', (join) =>
      join
        .onRef('report.region_id', '=', 'unit.unit_region_id')
        .onRef('report.organ_id', '=', 'unit.unit_organ_id')
        .onRef('report.report_year', '=', 'unit.report_year'),
    )
    .where('unit.region_id', '=', regionId)
    .where('unit.report_year', '=', reportYear);

/** A region's list of a year in its order, or a part of it, with each unit's report of that year where it is published. */
export async function publishedUnits(database: PublishedDatabase, asked: UnitsAsked) {
  const { included, kind, limit, offset } = asked;
  return await listed(database, asked)
    .innerJoin('published.region as region', 'region.region_id', 'organ.region_id')
    .select(['organ.name', 'organ.slug as organ_slug', 'region.slug as region_slug', 'organ.ended_on'])
    .select(['unit.reason', 'report.title as report_title'])
    .where('unit.included', '=', included)
    .$if(kind !== null, (query) => query.where('organ.kind', '=', kind))
    .orderBy('unit.position')
    .limit(limit)
    .offset(offset)
    .execute();
}

/** How many units of each kind a region's list of a year has: that report, of these published, and left out. */
export const publishedUnitCounts = async (
  database: PublishedDatabase,
  list: Pick<UnitsAsked, 'regionId' | 'reportYear'>,
) =>
  await listed(database, list)
    .select('organ.kind')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('unit.included', '=', true).as('units'),
      fn.countAll<number>().filterWhere('unit.included', '=', false).as('left_out'),
      fn.count<number>('report.report_year').filterWhere('unit.included', '=', true).as('published'),
    ])
    .groupBy('organ.kind')
    .execute();

export type UnitCounts = Awaited<ReturnType<typeof publishedUnitCounts>>[number];
