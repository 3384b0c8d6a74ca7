import { PgBoss } from 'pg-boss';
import type { DatabaseLogin } from '../db/connect.ts';
import type { Logger } from '../operations/log.ts';
import type { JobBase, JobHandlers } from './job-context.ts';
import { JOB_NAMES, type JobName, jobKind } from './job-kinds.ts';
import { createJobsDatabase, type JobsDatabase } from './jobs-database.ts';
import { runJob } from './run-job.ts';
import { databaseTime, registerSchedules, takeDueSchedules } from './scheduler.ts';
import { SCHEDULES, type ScheduleTable } from './schedules.ts';

/** How often the workers look by themselves; tests look more often. */
export interface JobTiming {
  /** Seconds between two looks at a queue while notifications wake the workers: finds jobs that were put off. */
  readonly poll: number;
  /** Seconds between two rounds that find jobs whose worker died. */
  readonly supervise: number;
  /** Milliseconds between two looks at the schedules. */
  readonly scheduleMs: number;
  /** Milliseconds that stopping waits for jobs under way; then they are given back. */
  readonly stopMs: number;
}

const TIMING: JobTiming = { poll: 15, supervise: 30, scheduleMs: 15_000, stopMs: 20_000 };

/** Seconds between two looks where notifications could not be listened for at all. */
const POLL_WITHOUT_NOTIFICATIONS = 2;

const CONNECTIONS = 2;

export interface JobsDependencies {
  /** Of the server's role: rows only. */
  readonly login: DatabaseLogin;
  readonly context: JobBase;
  readonly handlers: JobHandlers;
  readonly log: Logger;
  readonly timing?: JobTiming;
  readonly schedules?: ScheduleTable;
}

export interface RunningJobs {
  /** Takes no new job, finishes those under way. Can be called more than once. */
  readonly stop: () => Promise<void>;
}

function createBoss({ db }: JobsDatabase, { supervise }: JobTiming, log: Logger): PgBoss {
  const boss = new PgBoss({
    db,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    // Schedules are ours (ADR 0018); rebuilding indexes is the owner's.
    schedule: false,
    reindex: false,
    useListenNotify: true,
    supervise: true,
    superviseIntervalSeconds: supervise,
    monitorIntervalSeconds: supervise,
    queueCacheIntervalSeconds: 300,
    flowIntervalSeconds: 3600,
  });
  boss.on('error', (error) => log.error('jobs', error));
  boss.on('warning', ({ message }) => log.warn('jobs', { warning: message }));
  return boss;
}

async function startWorkers(
  boss: PgBoss,
  { context, handlers, log }: JobsDependencies,
  poll: number,
): Promise<void> {
  const startWorker = async (name: JobName): Promise<void> => {
    await boss.work(
      name,
      {
        // A full batch is followed by the next at once; of one only, pg-boss would wait for the next look.
        batchSize: Math.max(2, jobKind(name).concurrency),
        burstWhenBatchFull: true,
        includeMetadata: true,
        perJobResults: true,
        pollingIntervalSeconds: Math.min(poll, POLL_WITHOUT_NOTIFICATIONS),
        notifyPollingIntervalSeconds: poll,
      },
      (jobs) => Promise.all(jobs.map((job) => runJob(name, job, handlers, context, log))),
    );
  };
  for (const name of JOB_NAMES) await startWorker(name);
}

/** Looks at the schedules until stopped. */
function startScheduler(
  { context: { database }, log }: JobsDependencies,
  schedules: ScheduleTable,
  everyMs: number,
): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    try {
      const taken = await takeDueSchedules(database, schedules, await databaseTime(database));
      for (const schedule of taken) log.info('schedule due', { schedule });
    } catch (error) {
      log.error('schedules', error);
    }
    if (!stopped) timer = setTimeout(start, everyMs);
  };
  let current = Promise.resolve();
  const start = (): void => {
    current = look();
  };
  start();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await current;
  };
}

/** Starts this server's workers and its share of the schedules. */
export async function startJobs(dependencies: JobsDependencies): Promise<RunningJobs> {
  const { login, context, log, timing = TIMING, schedules = SCHEDULES } = dependencies;
  await registerSchedules(context.database, schedules, await databaseTime(context.database));
  const jobsDatabase = createJobsDatabase(
    {
      ...login,
      max: CONNECTIONS,
      application_name: 'zhaoshi-jobs',
      // Longer than a round of looks, or each would make its connection anew.
      idleTimeoutMillis: timing.poll * 4000,
    },
    (error) => log.error('jobs', error),
  );
  const boss = createBoss(jobsDatabase, timing, log);
  let stopping: Promise<void> | undefined;
  try {
    await boss.start();
    await startWorkers(boss, dependencies, timing.poll);
  } catch (error) {
    await boss.stop({ graceful: false });
    await jobsDatabase.close();
    throw error;
  }
  const stopScheduler = startScheduler(dependencies, schedules, timing.scheduleMs);
  const stopAll = async (): Promise<void> => {
    await stopScheduler();
    try {
      await boss.stop({ graceful: true, timeout: timing.stopMs });
    } catch (error) {
      // A database that is gone: jobs under way are found later by their missing signs of life.
      log.error('jobs not given back', error);
    }
    await jobsDatabase.close();
  };
  return {
    stop: async () => {
      stopping ??= stopAll();
      await stopping;
    },
  };
}
