import type { JobResult, JobWithMetadata } from 'pg-boss';
import type { UseCaseContext } from '../use-cases/context.ts';
import { type JobContext, JobFailure, type JobHandlers } from './job-context.ts';
import { type JobName, jobKind } from './job-kinds.ts';
import type { JobLog } from './job-log.ts';

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
export async function runJob<N extends JobName>(
  name: N,
  job: JobWithMetadata<unknown>,
  handlers: JobHandlers,
  context: UseCaseContext,
  log: JobLog,
): Promise<JobResult> {
  const started = performance.now();
  const attempt = job.retryCount + 1;
  const isLastTry = job.retryCount >= job.retryLimit;
  const told = (): object => ({
    kind: name,
    job: job.id,
    attempt,
    ms: Math.round(performance.now() - started),
  });
  try {
    const payload = jobKind(name).payload.safeParse(job.data);
    if (!payload.success) throw new JobFailure('payload-unknown', true);
    const given: JobContext = { ...context, signal: job.signal, isLastTry };
    await handlers[name](given, payload.data as Parameters<JobHandlers[N]>[1]);
    log.info('job done', told());
    return { id: job.id, status: 'completed' };
  } catch (error) {
    const { code, permanent } = failureOf(error);
    const isDead = permanent || isLastTry;
    const facts = { ...told(), code, dead: isDead };
    if (code === FAULT) log.fault('job failed', facts, error);
    else log.warn('job failed', facts);
    return { id: job.id, status: permanent ? 'deadletter' : 'failed', output: { code } };
  }
}
