import type { jobRoutes } from '@zhaoshi/contract/routes/jobs';
import { ok } from '@zhaoshi/domain/kernel/result';
import { pageOf } from '../../db/page.ts';
import { countJobs, type FailedJobRow, listFailedJobs, listSchedules } from '../../db/queries/jobs.ts';
import { failureCode, failureReason } from '../../jobs/failure-reasons.ts';
import { isJobName, JOB_NAMES, jobKind } from '../../jobs/job-kinds.ts';
import { retryJob } from '../../use-cases/jobs/retry-job.ts';
import type { Handlers } from './handler.ts';

/** Jobs of another version of the program may be of a kind that this one does not have. */
const titleOf = (name: string): string => (isJobName(name) ? jobKind(name).title : name);

const presentFailed = (row: FailedJobRow) => {
  const code = failureCode(row.output);
  return {
    jobId: row.id,
    kind: row.name,
    title: titleOf(row.name),
    payload: { ...(row.data as object) },
    code,
    reason: failureReason(code),
    attempts: row.retry_count + 1,
    createdAt: row.created_on.toISOString(),
    failedAt: new Date(row.failed_on).toISOString(),
  };
};

export const jobHandlers: Handlers<typeof jobRoutes> = {
  queues: async ({ database }) => {
    const counts = await countJobs(database);
    const names = new Set([...JOB_NAMES, ...counts.map(({ name }) => name)]);
    const items = [...names].map((name) => {
      const found = counts.find((count) => count.name === name);
      return {
        kind: name,
        title: titleOf(name),
        waiting: found?.waiting ?? 0,
        deferred: found?.deferred ?? 0,
        active: found?.active ?? 0,
        failed: found?.failed ?? 0,
        oldestWaitingSince: found?.oldest_waiting?.toISOString() ?? null,
      };
    });
    return ok({ items });
  },
  failed: async ({ database, abilities, session }, { query }) => {
    const rows = await listFailedJobs(database, query);
    // Jobs belong to the installation: what may be done to one is what the person may do at their own place.
    const allowed = abilities(session.organ?.path ?? '');
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) => [row.failed_on, row.id],
        (row) => ({ ...presentFailed(row), abilities: allowed }),
      ),
    );
  },
  retry: async (context, { params }) => await retryJob(context, params),
  schedules: async ({ database }) => {
    const rows = await listSchedules(database);
    const items = rows.map(({ name, cron, next_at, last_at }) => ({
      name,
      title: titleOf(name),
      cron,
      nextAt: next_at.toISOString(),
      lastAt: last_at?.toISOString() ?? null,
    }));
    return ok({ items });
  },
};
