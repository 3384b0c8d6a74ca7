import type { OrganKey, PublishedDatabase } from './published.ts';

const ofReport = (database: PublishedDatabase, { region_id, organ_id }: OrganKey, reportYear: number) =>
  database
    .selectFrom('published.report_version')
    .where('region_id', '=', region_id)
    .where('organ_id', '=', organ_id)
    .where('report_year', '=', reportYear);

/** Every version of a report that the public has seen, the newest first, content included; few reports have two. */
export const publishedVersions = async (database: PublishedDatabase, organ: OrganKey, reportYear: number) =>
  await ofReport(database, organ, reportYear)
    .select(['version', 'title', 'content', 'content_sha256', 'published_at', 'restated_for'])
    .orderBy('version', 'desc')
    .execute();

export type PublishedVersionRow = Awaited<ReturnType<typeof publishedVersions>>[number];

/** Every version of the reports of a region that is no longer the one that holds. */
export const earlierVersionsOfRegion = async (database: PublishedDatabase, regionId: string) =>
  await database
    .selectFrom('published.report_version as version')
    .innerJoin('published.annual_report as report', (join) =>
      join
        .onRef('report.region_id', '=', 'version.region_id')
        .onRef('report.organ_id', '=', 'version.organ_id')
        .onRef('report.report_year', '=', 'version.report_year')
        .onRef('report.version', '>', 'version.version'),
    )
    .innerJoin('published.organ_record as organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'version.region_id')
        .onRef('organ.organ_id', '=', 'version.organ_id'),
    )
    .select(['organ.slug as organ_slug', 'version.report_year', 'version.version', 'version.content_sha256'])
    .where('version.region_id', '=', regionId)
    .orderBy('organ.slug')
    .orderBy('version.report_year')
    .orderBy('version.version')
    .execute();
