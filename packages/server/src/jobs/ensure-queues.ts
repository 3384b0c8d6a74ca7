import type { Client } from 'pg';
import {
  HEARTBEAT_SECONDS,
  JOB_NAMES,
  jobKind,
  OVER_SECONDS,
  queuePolicy,
  WAITING_SECONDS,
} from './job-kinds.ts';

/**
 * Makes the queues of this program's kinds of job and gives them its settings; run by the owner after the
 * migrations. Queues of other versions stay, with their jobs.
 */
export async function ensureQueues(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ installed: boolean }>(
    "select to_regclass('pgboss.queue') is not null as installed",
  );
  if (rows[0]?.installed !== true) return;
  for (const name of JOB_NAMES) {
    const kind = jobKind(name);
    await owner.query(
      `insert into pgboss.queue (name, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max,
         expire_seconds, retention_seconds, deletion_seconds, partition, table_name, heartbeat_seconds, notify)
       values ($1, $2, $3, $4, true, $5, $6, $7, $8, false, 'job_common', $9, true)
       on conflict (name) do update set policy = excluded.policy, retry_limit = excluded.retry_limit,
         retry_delay = excluded.retry_delay, retry_delay_max = excluded.retry_delay_max,
         expire_seconds = excluded.expire_seconds, retention_seconds = excluded.retention_seconds,
         deletion_seconds = excluded.deletion_seconds, heartbeat_seconds = excluded.heartbeat_seconds`,
      [
        name,
        queuePolicy(name),
        kind.retryLimit,
        kind.retryDelay,
        kind.retryDelayLongest,
        kind.timeLimit,
        WAITING_SECONDS,
        OVER_SECONDS,
        HEARTBEAT_SECONDS,
      ],
    );
  }
}
