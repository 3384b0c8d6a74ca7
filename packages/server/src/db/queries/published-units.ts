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

/** A region's list of a year in its order, with each unit's report of that year where it is published. */
export async function publishedUnits(database: PublishedDatabase, regionId: string, reportYear: number) {
  return await database
    .selectFrom('published.reporting_unit as unit')
    .innerJoin('published.organ_record as organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'unit.unit_region_id')
        .onRef('organ.organ_id', '=', 'unit.unit_organ_id'),
    )
    .innerJoin('published.region as region', 'region.region_id', 'organ.region_id')
    .leftJoin('published.annual_report as report', (join) =>
      join
        .onRef('report.region_id', '=', 'unit.unit_region_id')
        .onRef('report.organ_id', '=', 'unit.unit_organ_id')
        .onRef('report.report_year', '=', 'unit.report_year'),
    )
    .select(['organ.name', 'organ.slug as organ_slug', 'region.slug as region_slug', 'organ.ended_on'])
    .select(['unit.included', 'unit.reason', 'report.title as report_title'])
    .where('unit.region_id', '=', regionId)
    .where('unit.report_year', '=', reportYear)
    .orderBy('unit.position')
    .execute();
}
