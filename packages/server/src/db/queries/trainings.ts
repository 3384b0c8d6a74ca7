import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { WorkRecordIds } from './work-records.ts';

/** Newest trainings that are shown to a person. */
const MOST_TRAININGS = 50;

/** The trainings of an organ or one above it, or of the office of a government above it (条例48), that took place. */
const trainingsFor = (database: Kysely<Schema>, path: string) =>
  database
    .selectFrom('work_record as record')
    .innerJoin('organ', (join) =>
      join.onRef('organ.region_id', '=', 'record.region_id').onRef('organ.organ_id', '=', 'record.organ_id'),
    )
    .select([
      'record.region_id',
      'record.record_id',
      'record.title',
      'record.quiz',
      'record.facts',
      'organ.name as organ_name',
      sql<CivilDate>`record.done_on`.as('done_on'),
    ])
    .where('record.kind', '=', 'training')
    .where('record.removed_at', 'is', null)
    .where('record.done_on', 'is not', null)
    .where(
      sql<boolean>`(starts_with(${path}, organ.path) or organ.kind = 'governmentOrgan'
        and starts_with(${path}, regexp_replace(organ.path, '[^/]+/$', '')))`,
    );

export type TrainingRow = Awaited<ReturnType<ReturnType<typeof trainingsFor>['execute']>>[number];

/** The newest trainings for whoever works in the organ at a path. */
export const listTrainings = async (
  database: Kysely<Schema>,
  path: string,
): Promise<readonly TrainingRow[]> =>
  await trainingsFor(database, path)
    .orderBy('record.done_on', 'desc')
    .orderBy('record.record_id')
    .limit(MOST_TRAININGS)
    .execute();

export const findTraining = async (
  database: Kysely<Schema>,
  { regionId, recordId }: WorkRecordIds,
  path: string,
): Promise<TrainingRow | undefined> =>
  await trainingsFor(database, path)
    .where('record.region_id', '=', regionId)
    .where('record.record_id', '=', recordId)
    .executeTakeFirst();

/** What a person said of their own part in trainings, by record. */
export async function ownAttendance(database: Kysely<Schema>, accountId: string) {
  const rows = await database
    .selectFrom('training_attendance')
    .select(['record_id', 'attended_at', 'right_answers', 'passed'])
    .where('account_id', '=', accountId)
    .execute();
  return new Map(rows.map((row) => [row.record_id, row]));
}

/** How a person did in a training before, locked, so that two tries at once do not lose the better one. */
export const attendedAs = async (
  database: Kysely<Schema>,
  { regionId, recordId }: WorkRecordIds,
  accountId: string,
) =>
  await database
    .selectFrom('training_attendance')
    .select(['right_answers as right', 'passed'])
    .where('region_id', '=', regionId)
    .where('record_id', '=', recordId)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();

/** Who took part in a training, in the order in which they said so, with an organ in which they work. */
export const attendanceOf = async (database: Kysely<Schema>, { regionId, recordId }: WorkRecordIds) =>
  await database
    .selectFrom('training_attendance as attended')
    .innerJoin('account', 'account.account_id', 'attended.account_id')
    .select([
      'account.display_name',
      'attended.attended_at',
      'attended.right_answers',
      'attended.passed',
      sql<string | null>`(select organ.name from membership m join organ using (region_id, organ_id)
        where m.account_id = attended.account_id and m.revoked_at is null order by organ.path limit 1)`.as(
        'organ_name',
      ),
    ])
    .where('attended.region_id', '=', regionId)
    .where('attended.record_id', '=', recordId)
    .orderBy('attended.attended_at')
    .execute();
