import type { Kysely } from 'kysely';
import type { PublishedSchema } from '../schema.ts';

/** Reads of the portal: published views only, under a role that can read nothing else. */
export type PublishedDatabase = Kysely<PublishedSchema>;

/** The regions of the site, the highest first; none as long as nothing is set up. */
export async function publishedRegions(database: PublishedDatabase) {
  return await database
    .selectFrom('published.region')
    .select(['region_id', 'parent_id', 'slug', 'name', 'is_demonstration'])
    .orderBy((build) => build.case().when('parent_id', 'is', null).then(0).else(1).end())
    .orderBy('slug')
    .execute();
}

/** The organs of a region, those that have ended too, with the number of their reports, the government first. */
export async function publishedOrgans(database: PublishedDatabase, regionId: string) {
  return await database
    .selectFrom('published.organ_record as organ')
    .leftJoin('published.annual_report as report', (join) =>
      join.onRef('report.region_id', '=', 'organ.region_id').onRef('report.organ_id', '=', 'organ.organ_id'),
    )
    .select(['organ.organ_id', 'organ.slug', 'organ.name', 'organ.kind', 'organ.level', 'organ.ended_on'])
    .select((build) => build.fn.count<number>('report.report_year').as('reports'))
    .where('organ.region_id', '=', regionId)
    .groupBy(['organ.organ_id', 'organ.slug', 'organ.name', 'organ.kind', 'organ.level'])
    .groupBy(['organ.ended_on', 'organ.parent_id'])
    .orderBy((build) => build.case().when('organ.parent_id', 'is', null).then(0).else(1).end())
    .orderBy('organ.slug')
    .execute();
}

/** How many organs each region has today. */
export async function organCounts(database: PublishedDatabase): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .selectFrom('published.organ')
    .select(['region_id', (build) => build.fn.countAll<number>().as('organs')])
    .groupBy('region_id')
    .execute();
  return new Map(rows.map(({ region_id, organs }) => [region_id, organs]));
}

/** An organ by the names in its path, also one that has ended. */
export async function publishedOrgan(database: PublishedDatabase, region: string, organ: string) {
  return await database
    .selectFrom('published.organ_record as organ')
    .innerJoin('published.region as region', 'region.region_id', 'organ.region_id')
    .select([
      'organ.region_id',
      'organ.organ_id',
      'organ.parent_id',
      'organ.name',
      'organ.slug',
      'organ.kind',
      'organ.level',
      'organ.path',
    ])
    .select(['organ.ended_on', 'organ.closing_statement'])
    .where('region.slug', '=', region)
    .where('organ.slug', '=', organ)
    .executeTakeFirst();
}

const reportLinks = (database: PublishedDatabase) =>
  database
    .selectFrom('published.annual_report as report')
    .innerJoin('published.organ_record as organ', (join) =>
      join.onRef('organ.region_id', '=', 'report.region_id').onRef('organ.organ_id', '=', 'report.organ_id'),
    )
    .innerJoin('published.region as region', 'region.region_id', 'report.region_id')
    .select([
      'report.report_year',
      'report.title',
      'report.version',
      'report.published_at',
      'organ.slug as organ_slug',
      'organ.name as organ_name',
      'region.slug as region_slug',
    ]);

/**
 * The newest reports.
 *
 * @param regionIds only those of these regions; `null`: of the whole site
 */
export async function latestReports(
  database: PublishedDatabase,
  regionIds: readonly string[] | null,
  limit: number,
) {
  const links = reportLinks(database);
  return await (regionIds === null ? links : links.where('report.region_id', 'in', regionIds))
    .orderBy('report.published_at', 'desc')
    .orderBy('report.report_year', 'desc')
    .orderBy('organ.slug')
    .limit(limit)
    .execute();
}

export interface OrganKey {
  readonly region_id: string;
  readonly organ_id: string;
}

/** All reports of an organ, the newest year first. */
export async function reportsOfOrgan(database: PublishedDatabase, { region_id, organ_id }: OrganKey) {
  return await reportLinks(database)
    .where('report.region_id', '=', region_id)
    .where('report.organ_id', '=', organ_id)
    .orderBy('report.report_year', 'desc')
    .execute();
}

/** Figures of an organ's published reports. */
export async function publishedCells(
  database: PublishedDatabase,
  { region_id, organ_id }: OrganKey,
  cells: readonly string[],
) {
  return await database
    .selectFrom('published.report_cell')
    .select(['report_year', 'cell_id', 'state', 'value', 'raw'])
    .where('region_id', '=', region_id)
    .where('organ_id', '=', organ_id)
    .where('cell_id', 'in', cells)
    .execute();
}

/** What the organs chose for the frame of every page. */
export async function publishedSettings(database: PublishedDatabase) {
  return await database.selectFrom('published.setting').select(['path', 'key', 'value']).execute();
}

/** The region's highest organ and its path in the tree; the last one when there is none today. */
export async function publishedGovernment(database: PublishedDatabase, regionId: string) {
  return await database
    .selectFrom('published.organ_record')
    .select(['organ_id', 'path', 'name', 'slug'])
    .where('region_id', '=', regionId)
    .where('parent_id', 'is', null)
    .orderBy('ended_on', (order) => order.desc().nullsFirst())
    .orderBy('slug')
    .executeTakeFirst();
}

/** The names of a region's organs in its paths, those that have ended too; for lists of all addresses. */
export async function organSlugs(database: PublishedDatabase, regionId: string): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('published.organ_record')
    .select('slug')
    .where('region_id', '=', regionId)
    .orderBy('slug')
    .execute();
  return rows.map(({ slug }) => slug);
}

/** Every published report of a region with its organ and moment, in a fixed order. */
export async function reportsOfRegion(database: PublishedDatabase, regionId: string) {
  return await database
    .selectFrom('published.annual_report as report')
    .innerJoin('published.organ_record as organ', (join) =>
      join.onRef('organ.region_id', '=', 'report.region_id').onRef('organ.organ_id', '=', 'report.organ_id'),
    )
    .select([
      'organ.slug as organ_slug',
      'report.report_year',
      'report.published_at',
      'report.content_sha256',
    ])
    .where('report.region_id', '=', regionId)
    .orderBy('organ.slug')
    .orderBy('report.report_year')
    .execute();
}

/** Moment of the newest publication in each region that has one. */
export async function lastPublications(database: PublishedDatabase): Promise<ReadonlyMap<string, Date>> {
  const rows = await database
    .selectFrom('published.annual_report')
    .select(['region_id', (build) => build.fn.max('published_at').as('moment')])
    .groupBy('region_id')
    .execute();
  return new Map(rows.map(({ region_id, moment }) => [region_id, moment]));
}
