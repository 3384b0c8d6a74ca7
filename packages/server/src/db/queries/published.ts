import type { Kysely } from 'kysely';
import type { PublishedSchema } from '../schema.ts';

/** Reads of the portal: published views only, under a role that can read nothing else. */
export type PublishedDatabase = Kysely<PublishedSchema>;

/** The regions of the site, the highest first; `null` as long as there is none. */
export async function publishedRegions(database: PublishedDatabase) {
  return await database
    .selectFrom('published.region')
    .select(['region_id', 'parent_id', 'slug', 'name', 'is_demonstration'])
    .orderBy((build) => build.case().when('parent_id', 'is', null).then(0).else(1).end())
    .orderBy('slug')
    .execute();
}

/** Every organ with the number of its reports, governments first. */
export async function publishedOrgans(database: PublishedDatabase) {
  return await database
    .selectFrom('published.organ as organ')
    .leftJoin('published.annual_report as report', (join) =>
      join.onRef('report.region_id', '=', 'organ.region_id').onRef('report.organ_id', '=', 'organ.organ_id'),
    )
    .select(['organ.region_id', 'organ.slug', 'organ.name', 'organ.kind'])
    .select((build) => build.fn.count<number>('report.report_year').as('reports'))
    .groupBy([
      'organ.region_id',
      'organ.organ_id',
      'organ.slug',
      'organ.name',
      'organ.kind',
      'organ.parent_id',
    ])
    .orderBy((build) => build.case().when('organ.parent_id', 'is', null).then(0).else(1).end())
    .orderBy('organ.slug')
    .execute();
}

/** An organ by the names in its path. */
export async function publishedOrgan(database: PublishedDatabase, region: string, organ: string) {
  return await database
    .selectFrom('published.organ as organ')
    .innerJoin('published.region as region', 'region.region_id', 'organ.region_id')
    .select(['organ.region_id', 'organ.organ_id', 'organ.name', 'region.name as region_name'])
    .where('region.slug', '=', region)
    .where('organ.slug', '=', organ)
    .executeTakeFirst();
}

const reportLinks = (database: PublishedDatabase) =>
  database
    .selectFrom('published.annual_report as report')
    .innerJoin('published.organ as organ', (join) =>
      join.onRef('organ.region_id', '=', 'report.region_id').onRef('organ.organ_id', '=', 'report.organ_id'),
    )
    .innerJoin('published.region as region', 'region.region_id', 'report.region_id')
    .select([
      'report.report_year',
      'report.title',
      'report.published_at',
      'organ.slug as organ_slug',
      'organ.name as organ_name',
      'region.slug as region_slug',
    ]);

/** The newest reports of the whole site. */
export async function latestReports(database: PublishedDatabase, limit: number) {
  return await reportLinks(database)
    .orderBy('report.published_at', 'desc')
    .orderBy('report.report_year', 'desc')
    .orderBy('organ.slug')
    .limit(limit)
    .execute();
}

interface OrganKey {
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

/** The newest published version of one report, content included. */
export async function publishedReport(database: PublishedDatabase, organ: OrganKey, reportYear: number) {
  return await database
    .selectFrom('published.annual_report')
    .select(['title', 'version', 'content', 'content_sha256', 'published_at'])
    .where('region_id', '=', organ.region_id)
    .where('organ_id', '=', organ.organ_id)
    .where('report_year', '=', reportYear)
    .executeTakeFirst();
}
