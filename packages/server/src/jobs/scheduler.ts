import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { nextSlot } from './cron.ts';
import { enqueue } from './enqueue.ts';
import type { ScheduleTable } from './schedules.ts';

/** One clock for all servers: a server whose own clock is wrong neither hurries nor delays anything. */
export async function databaseTime(database: Kysely<Schema>): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(database);
  const [row] = rows;
  if (row === undefined) throw new Error('the database does not tell the time');
  return row.now;
}

/**
 * Brings the table of due times in line with the program's schedules. A new one is first due at its next slot, one
 * whose cron line was changed at the next slot of the new line.
 */
export async function registerSchedules(
  database: Kysely<Schema>,
  schedules: ScheduleTable,
  now: Date,
): Promise<void> {
  const rows = Object.entries(schedules).map(([name, { cron }]) => ({
    name,
    cron,
    next_at: nextSlot(cron, now),
    last_at: null,
  }));
  if (rows.length === 0) return;
  await database
    .insertInto('job_schedule')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet((row) => ({ cron: row.ref('excluded.cron'), next_at: row.ref('excluded.next_at') }))
        .whereRef('job_schedule.cron', '!=', 'excluded.cron'),
    )
    .execute();
}

type Due = Pick<Schema['job_schedule'], 'name' | 'cron' | 'next_at'>;

/**
 * Whether a due time lies further ahead than the clock can explain: the clock was ahead, work was done early, and
 * the clock was put right. One slot ahead is what a small correction leaves behind; it is kept, so that a slot is
 * not taken twice.
 */
const isStranded = ({ cron, next_at }: Due, now: Date): boolean =>
  next_at > nextSlot(cron, nextSlot(cron, now));

async function takeSlot(
  transaction: Transaction<Schema>,
  schedules: ScheduleTable,
  due: Due,
  now: Date,
): Promise<boolean> {
  const schedule = schedules[due.name];
  if (schedule === undefined) return false;
  const isDue = due.next_at <= now;
  if (isDue) await enqueue(transaction, { kind: schedule.kind, payload: {} });
  await transaction
    .updateTable('job_schedule')
    .set({ next_at: nextSlot(schedule.cron, now), ...(isDue && { last_at: due.next_at }) })
    .where('name', '=', due.name)
    .execute();
  return isDue;
}

/**
 * Enqueues what is due. Each slot's row is locked and moved on in the transaction that writes the job, so with any
 * number of servers a slot is taken once; slots missed while no server ran are made up for by one run.
 *
 * @returns the schedules that were taken
 */
export async function takeDueSchedules(
  database: Kysely<Schema>,
  schedules: ScheduleTable,
  now: Date,
): Promise<readonly string[]> {
  const rows = await database.selectFrom('job_schedule').select(['name', 'cron', 'next_at']).execute();
  const candidates = rows.filter(
    (row) => Object.hasOwn(schedules, row.name) && (row.next_at <= now || isStranded(row, now)),
  );
  const taken: string[] = [];
  for (const { name } of candidates) {
    const isTaken = await database.transaction().execute(async (transaction) => {
      const row = await transaction
        .selectFrom('job_schedule')
        .select(['name', 'cron', 'next_at'])
        .where('name', '=', name)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      // Another server may have been here in between.
      const isOpen = row !== undefined && (row.next_at <= now || isStranded(row, now));
      return isOpen && (await takeSlot(transaction, schedules, row, now));
    });
    if (isTaken) taken.push(name);
  }
  return taken;
}
