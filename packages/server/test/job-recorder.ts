import { type Kysely, sql } from 'kysely';
import type { Schema } from '../src/db/schema.ts';
import type { JobContext, JobHandlers } from '../src/jobs/job-context.ts';
import { JOB_NAMES } from '../src/jobs/job-kinds.ts';
import type { JobTiming } from '../src/jobs/start-jobs.ts';

/** Looks often, so that a test does not wait for the intervals of real life. */
export const FAST: JobTiming = { poll: 0.5, supervise: 1, scheduleMs: 200, stopMs: 5000 };

/** The table that jobs write to in tests; made by the owner. */
export async function createRecord(owner: Kysely<Schema>): Promise<void> {
  await sql`create table done (kind text, key text, worker text, attempt integer)`.execute(owner);
  await sql`grant select, insert on done to zhaoshi_server`.execute(owner);
}

export interface DoneRow {
  readonly kind: string;
  readonly key: string;
  readonly worker: string;
}

export async function readRecord(database: Kysely<Schema>): Promise<readonly DoneRow[]> {
  const { rows } = await sql<DoneRow>`select kind, key, worker from done order by kind, key`.execute(
    database,
  );
  return rows;
}

/** Handlers that write down what they were given. */
export function recordingHandlers(
  database: Kysely<Schema>,
  worker: string,
  before: () => Promise<void> = () => Promise.resolve(),
): JobHandlers {
  const write = async (kind: string, key: string): Promise<void> => {
    await before();
    await sql`insert into done (kind, key, worker) values (${kind}, ${key}, ${worker})`.execute(database);
  };
  const handlers = JOB_NAMES.map((name) => [
    name,
    (_context: JobContext, payload: { readonly messageId?: string }) => write(name, payload.messageId ?? ''),
  ]);
  return Object.fromEntries(handlers) as JobHandlers;
}

/** Waits until a question is answered with yes, also on a machine that has much else to do. */
export async function until(ask: () => Promise<boolean>, forMs = 100_000): Promise<void> {
  const end = performance.now() + forMs;
  while (!(await ask())) {
    if (performance.now() > end) throw new Error(`not within ${forMs} ms`);
    await new Promise((done) => {
      setTimeout(done, 25);
    });
  }
}
