import type { ExcludedInterval } from '@zhaoshi/domain/calendar/working-days';
import { type CivilDate, parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Schema } from '../schema.ts';

/** A running period. */
export interface OpenDeadline {
  readonly regionId: string;
  readonly deadlineId: string;
  readonly organId: string;
  readonly organName: string;
  readonly path: string;
  readonly subject: string;
  readonly kind: string;
  readonly startsOn: CivilDate;
  readonly workingDays: number;
  readonly excluded: readonly ExcludedInterval[];
  readonly dueOn: CivilDate;
}

const civilDate = z.string().transform((text) => {
  const date = parseCivilDate(text);
  if (date === undefined) throw new Error('a stored deadline has no date');
  return date;
});

const intervals = z.array(z.object({ after: civilDate, upTo: civilDate }));

/** The open deadlines of the organ at a path and all below it, the nearest first. */
export async function openDeadlines(
  database: Kysely<Schema>,
  path: string,
): Promise<readonly OpenDeadline[]> {
  const rows = await database
    .selectFrom('deadline')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'deadline.region_id')
        .onRef('organ.organ_id', '=', 'deadline.organ_id'),
    )
    .select([
      'deadline.region_id',
      'deadline.deadline_id',
      'deadline.organ_id',
      'organ.name',
      'organ.path',
      'deadline.subject',
      'deadline.kind',
      'deadline.starts_on',
      'deadline.working_days',
      'deadline.excluded',
      'deadline.due_on',
    ])
    .where('deadline.closed_at', 'is', null)
    .where(sql<boolean>`organ.path like ${`${path}%`}`)
    .orderBy('deadline.due_on')
    .orderBy('deadline.deadline_id')
    .execute();
  return rows.map((row) => ({
    regionId: row.region_id,
    deadlineId: row.deadline_id,
    organId: row.organ_id,
    organName: row.name,
    path: row.path,
    subject: row.subject,
    kind: row.kind,
    startsOn: civilDate.parse(row.starts_on),
    workingDays: row.working_days,
    excluded: intervals.parse(row.excluded),
    dueOn: civilDate.parse(row.due_on),
  }));
}
