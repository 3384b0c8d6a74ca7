import { eraseJobs } from './erase-jobs.ts';
import type { JobHandlers } from './job-context.ts';
import { type Delivery, deliverMessage } from './messages/deliver-message.ts';
import { eraseMessages } from './messages/erase-messages.ts';

/** What handlers need besides the context, given by the composition root. */
export type HandlerDependencies = Delivery;

/** Who does which kind of job. */
export const createHandlers = (dependencies: HandlerDependencies): JobHandlers => ({
  'message.deliver': deliverMessage(dependencies),
  'message.erase': eraseMessages,
  'job.erase': eraseJobs,
});
