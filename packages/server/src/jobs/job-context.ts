import type { Services } from '../services.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { JobName, JobPayload } from './job-kinds.ts';

/** What every job has at hand. */
export interface JobBase extends UseCaseContext {
  readonly services: Services;
}

/** What a handler is given besides its payload. */
export interface JobContext extends JobBase {
  /** Aborted when the time limit is over or the server can no longer wait. */
  readonly signal: AbortSignal;
  /** Whether no further try follows by itself. */
  readonly isLastTry: boolean;
}

export type JobHandler<N extends JobName> = (context: JobContext, payload: JobPayload<N>) => Promise<void>;

/** One handler for each kind; a kind without one does not compile. */
export type JobHandlers = { readonly [N in JobName]: JobHandler<N> };

/** A handler's way to say why a job did not succeed. The code is kept and shown, so it holds nothing personal. */
export class JobFailure extends Error {
  readonly code: string;
  /** No further try can help. */
  readonly permanent: boolean;
  constructor(code: string, permanent: boolean) {
    super(code);
    this.code = code;
    this.permanent = permanent;
  }
}
