import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { cursorMoment, decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';

export interface QueueCounts {
  readonly name: string;
  readonly waiting: number;
  readonly deferred: number;
  readonly active: number;
  readonly failed: number;
  readonly oldest_waiting: Date | null;
}

/** Jobs that are not over, by kind, as they stand now; kinds without any are left out. */
export async function countJobs(database: Kysely<Schema>): Promise<readonly QueueCounts[]> {
  const { rows } = await sql<QueueCounts>`
    select name,
      count(*) filter (where state < 'active' and start_after <= now()) as waiting,
      count(*) filter (where state < 'active' and start_after > now()) as deferred,
      count(*) filter (where state = 'active') as active,
      count(*) filter (where state = 'failed') as failed,
      min(created_on) filter (where state < 'active' and start_after <= now()) as oldest_waiting
    from pgboss.job where state in ('created', 'retry', 'active', 'failed') group by name`.execute(database);
  return rows;
}

const position = z.tuple([cursorMoment, z.uuid()]);

/** Jobs that are not tried again by themselves, the last to fail first. */
export async function listFailedJobs(
  database: Kysely<Schema>,
  {
    cursor,
    limit,
    kind,
  }: { readonly cursor?: string | undefined; readonly limit: number; readonly kind?: string | undefined },
) {
  const after = decodeCursor(cursor, position);
  return await database
    .selectFrom('pgboss.job')
    .select(['id', 'name', 'data', 'output', 'retry_count', 'created_on', 'completed_on'])
    // To the microsecond: a cursor of milliseconds would leave rows out.
    .select(
      sql<string>`to_char(completed_on at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('failed_on'),
    )
    .where('state', '=', 'failed')
    .where('completed_on', 'is not', null)
    .$if(kind !== undefined, (query) => query.where('name', '=', kind ?? ''))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(completed_on, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('completed_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}

export type FailedJobRow = Awaited<ReturnType<typeof listFailedJobs>>[number];

export const listSchedules = async (database: Kysely<Schema>) =>
  await database.selectFrom('job_schedule').selectAll().orderBy('next_at').orderBy('name').execute();
