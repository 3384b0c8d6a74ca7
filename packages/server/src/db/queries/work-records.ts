import { type CivilDate, firstDayOf, lastDayOf } from '@zhaoshi/domain/kernel/civil-date';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import type { WorkKind } from '@zhaoshi/domain/work-register/work-kinds';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';
import { reachedOrgan } from './reached-organ.ts';

export interface WorkRecordIds {
  readonly regionId: string;
  readonly recordId: string;
}

interface WorkRecordFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly organId?: string | undefined;
  readonly kind?: WorkKind | undefined;
  readonly year?: number | undefined;
  readonly state?: 'open' | 'overdue' | 'done' | undefined;
}

const position = z.tuple([z.iso.date(), z.uuid()]);

/** The day by which records stand in order: done, or planned for. */
const DAY = sql<CivilDate>`coalesce(work_record.done_on, work_record.planned_on)`;

const records = (database: Kysely<Schema>) =>
  database
    .selectFrom('work_record')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'work_record.region_id')
        .onRef('organ.organ_id', '=', 'work_record.organ_id'),
    )
    .selectAll('work_record')
    .select(['organ.name as organ_name', 'organ.path', DAY.as('day')])
    .where('work_record.removed_at', 'is', null);

export type WorkRecordRow = Awaited<ReturnType<ReturnType<typeof records>['execute']>>[number];

export const workRecordKey = ({ day, record_id }: WorkRecordRow): readonly [string, string] => [
  day,
  record_id,
];

/** A page of the register, the last day first, with one more than the limit. */
export async function listWorkRecords(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  { cursor, limit, organId, kind, year, state }: WorkRecordFilter,
  today: CivilDate,
): Promise<readonly WorkRecordRow[]> {
  const after = decodeCursor(cursor, position);
  let query = records(database).where(reachedOrgan(actor, permission));
  if (organId !== undefined) query = query.where('work_record.organ_id', '=', organId);
  if (kind !== undefined) query = query.where('work_record.kind', '=', kind);
  if (year !== undefined)
    query = query.where(sql<boolean>`${DAY} between ${firstDayOf(year)}::date and ${lastDayOf(year)}::date`);
  if (state === 'done') query = query.where('work_record.done_on', 'is not', null);
  if (state === 'overdue') {
    query = query.where('work_record.done_on', 'is', null).where('work_record.planned_on', '<', today);
  }
  if (state === 'open') query = query.where('work_record.done_on', 'is', null);
  if (after !== null) {
    query = query.where(
      sql<boolean>`(${DAY}, work_record.record_id) < (${after[0]}::date, ${after[1]}::uuid)`,
    );
  }
  return await query
    .orderBy(DAY, 'desc')
    .orderBy('work_record.record_id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** A record that was not taken out. */
export const findWorkRecord = async (
  database: Kysely<Schema>,
  { regionId, recordId }: WorkRecordIds,
): Promise<WorkRecordRow | undefined> =>
  await records(database)
    .where('work_record.region_id', '=', regionId)
    .where('work_record.record_id', '=', recordId)
    .executeTakeFirst();

/** All records of an organ's year. */
export const workRecordsOfYear = async (
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  year: number,
): Promise<readonly WorkRecordRow[]> =>
  await records(database)
    .where('work_record.region_id', '=', regionId)
    .where('work_record.organ_id', '=', organId)
    .where(sql<boolean>`${DAY} between ${firstDayOf(year)}::date and ${lastDayOf(year)}::date`)
    .execute();

/** How many of an organ's plans are not done by a day, and the first day by which one should have been. */
export async function openWork(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  until: CivilDate,
): Promise<{ readonly count: number; readonly dueOn: CivilDate | null }> {
  const { rows } = await sql<{ count: number; due_on: CivilDate | null }>`
    select count(*)::integer as count, min(planned_on) as due_on from work_record
    where region_id = ${regionId}::uuid and organ_id = ${organId}::uuid and done_on is null and removed_at is null
      and planned_on <= ${until}::date`.execute(database);
  return { count: rows[0]?.count ?? 0, dueOn: rows[0]?.due_on ?? null };
}

/** The files of a record in their order. */
export const workRecordFiles = async (database: Kysely<Schema>, { regionId, recordId }: WorkRecordIds) =>
  await database
    .selectFrom('work_record_file as held')
    .innerJoin('file', (join) =>
      join.onRef('file.region_id', '=', 'held.region_id').onRef('file.file_id', '=', 'held.file_id'),
    )
    .select(['file.file_id', 'file.original_name', 'file.media_type', 'file.size'])
    .where('held.region_id', '=', regionId)
    .where('held.record_id', '=', recordId)
    .orderBy('held.place')
    .execute();

/** What was done to a record, the last first. */
export const workRecordHistory = async (database: Kysely<Schema>, { regionId, recordId }: WorkRecordIds) =>
  await database
    .selectFrom('work_record_event as event')
    .innerJoin('account', 'account.account_id', 'event.recorded_by')
    .select([
      'event.sequence',
      'event.type',
      'event.data',
      'event.reason',
      'event.recorded_at',
      'account.display_name',
    ])
    .where('event.region_id', '=', regionId)
    .where('event.record_id', '=', recordId)
    .orderBy('event.sequence', 'desc')
    .execute();
