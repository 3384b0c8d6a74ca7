import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { type JobName, type JobPayload, jobKind } from './job-kinds.ts';

/** Wakes the workers of a kind of job when the transaction commits. */
export async function wakeWorkers(transaction: Transaction<Schema>, name: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${name})`.execute(transaction);
}

/** A job of one kind with the payload of that kind. */
export type JobRequest = {
  readonly [N in JobName]: { readonly kind: N; readonly payload: JobPayload<N>; readonly startAfter?: Date };
}[JobName];

// pg-boss 12's own channel for its schema (`notifyChannelSql`); a test holds it to that.
const CHANNEL = sql`'pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24)`;

/**
 * Writes a job in the transaction of the change that asks for it: it is there, and the workers are woken, when and
 * only when the change is committed.
 *
 * A waiting job of the same singleton key is taken over instead of a second one. Its row is locked until the commit,
 * so no worker can begin it before what it is to see is there.
 */
export async function enqueue(
  transaction: Transaction<Schema>,
  { kind: name, payload, startAfter }: JobRequest,
): Promise<void> {
  const kind = jobKind(name);
  // Also takes out what the kind does not know: nothing strays into the queue.
  const data = JSON.stringify(kind.payload.parse(payload));
  const key = kind.singletonKey?.(payload) ?? null;
  const start = startAfter === undefined ? sql`now()` : sql`${startAfter}::timestamptz`;
  // The columns of pg-boss's own insert (`insertJobs`), which needs a started instance at hand.
  await sql`
    insert into pgboss.job_common (name, data, priority, start_after, singleton_key, expire_seconds, deletion_seconds,
      keep_until, retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, heartbeat_seconds)
    select q.name, ${data}::jsonb, ${kind.priority}, ${start}, ${key}, q.expire_seconds, q.deletion_seconds,
      ${start} + q.retention_seconds * interval '1 second', q.retry_limit, q.retry_delay, q.retry_backoff,
      q.retry_delay_max, q.policy, q.heartbeat_seconds
    from (values (${name})) as wanted (name) left join pgboss.queue q using (name)
    on conflict (name, coalesce(singleton_key, '')) where state = 'created' and policy = 'short'
      do update set start_after = least(job_common.start_after, excluded.start_after)
  `.execute(transaction);
  await wakeWorkers(transaction, name);
}
