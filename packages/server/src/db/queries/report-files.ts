import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';

/** The region above, whose office receives the report of a government; `null`: none in the platform. */
export async function findRegionAbove(database: Kysely<Schema>, regionId: string): Promise<string | null> {
  const region = await database
    .selectFrom('region')
    .select('parent_id')
    .where('region_id', '=', regionId)
    .executeTakeFirst();
  return region?.parent_id ?? null;
}

/** So many files that were entered are listed; older ones are found by their reports. */
const MOST_LISTED = 200;

/** Files entered by an organ: of reports of its own region, and of the governments right below, which its office receives. */
const enteredBy = (database: Kysely<Schema>, { regionId, organId }: OrganIds) =>
  database
    .selectFrom('report_submission as entered')
    .innerJoin('file', (join) =>
      join
        .onRef('file.region_id', '=', 'entered.file_region_id')
        .onRef('file.file_id', '=', 'entered.file_id')
        .on('file.region_id', '=', regionId),
    )
    .where('entered.region_id', 'in', (build) =>
      build
        .selectFrom('region')
        .select('region_id')
        .where((where) => where.or([where('region_id', '=', regionId), where('parent_id', '=', regionId)])),
    )
    .where('file.organ_id', '=', organId);

/** How many files an organ has entered. */
export async function countEnteredFiles(database: Kysely<Schema>, ids: OrganIds): Promise<number> {
  const counted = await enteredBy(database, ids)
    .select((build) => build.fn.countAll<string>().as('files'))
    .executeTakeFirstOrThrow();
  return Number(counted.files);
}

/** The reports that an organ entered last from files, the last first, with the file of each. */
export const enteredFiles = async (database: Kysely<Schema>, ids: OrganIds) =>
  await enteredBy(database, ids)
    .innerJoin('report_work as work', (join) =>
      join
        .onRef('work.region_id', '=', 'entered.region_id')
        .onRef('work.report_id', '=', 'entered.report_id'),
    )
    .innerJoin('organ', (join) =>
      join.onRef('organ.region_id', '=', 'work.region_id').onRef('organ.organ_id', '=', 'work.organ_id'),
    )
    .select([
      'organ.region_id',
      'organ.organ_id',
      'organ.name',
      'work.report_year',
      'work.status',
      'work.frozen',
      'work.published',
      'entered.submission',
      'entered.made_at',
      'file.file_id',
      'file.original_name',
      'file.sha256',
      'file.sealed',
    ])
    .orderBy('entered.made_at', 'desc')
    .orderBy('entered.submission', 'desc')
    .limit(MOST_LISTED)
    .execute();
