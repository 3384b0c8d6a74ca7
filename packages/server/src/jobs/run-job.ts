import type { JobResult, JobWithMetadata } from 'pg-boss';
import type { LogFacts, Logger } from '../operations/log.ts';
import { type JobBase, type JobContext, JobFailure, type JobHandlers } from './job-context.ts';
import { type JobName, jobKind } from './job-kinds.ts';

interface Failed {
  readonly code: string;
  readonly permanent: boolean;
}

/** The code of an exception nobody foresaw; its message could quote anything, so it goes nowhere. */
const FAULT = 'fault';

const failureOf = (error: unknown): Failed =>
  error instanceof JobFailure ? error : { code: FAULT, permanent: false };

/**
 * Runs one job and tells pg-boss how it ended. A job that is refused for good, or whose payload this program cannot
 * read, is dead at once; any other failure is tried again until the tries are used up.
 */
export async function runJob(
  name: JobName,
  job: JobWithMetadata<unknown>,
  handlers: JobHandlers,
  context: JobBase,
  log: Logger,
): Promise<JobResult> {
  const started = performance.now();
  const attempt = job.retryCount + 1;
  const isLastTry = job.retryCount >= job.retryLimit;
  const told = (): LogFacts => ({
    kind: name,
    job: job.id,
    attempt,
    ms: Math.round(performance.now() - started),
  });
  try {
    const payload = jobKind(name).payload.safeParse(job.data);
    if (!payload.success) throw new JobFailure('payload-unknown', true);
    const given: JobContext = { ...context, signal: job.signal, isLastTry };
    const handle = handlers[name] as (context: JobContext, payload: unknown) => Promise<void>;
    await handle(given, payload.data);
    log.info('job done', told());
    return { id: job.id, status: 'completed' };
  } catch (error) {
    const { code, permanent } = failureOf(error);
    const isDead = permanent || isLastTry;
    const facts = { ...told(), outcome: code, dead: isDead };
    if (code === FAULT) log.error('job failed', error, facts);
    else log.warn('job failed', facts);
    return { id: job.id, status: permanent ? 'deadletter' : 'failed', output: { code } };
  }
}
