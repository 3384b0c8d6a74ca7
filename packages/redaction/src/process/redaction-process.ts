/** Entry of the process in which files are opened: takes one `Task`, answers with a `Result` and ends. */
import { Worker } from 'node:worker_threads';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { redactionError } from '../redaction-error.ts';
import { perform } from './perform.ts';
import type { Task } from './task.ts';

// On damaged files pdf.js rejects promises that nobody holds. Their cause also reaches the promise we await, or
// does not matter; without this the process would end without an answer.
process.on('unhandledRejection', () => undefined);
process.on('disconnect', () => process.exit());

const ALIVE_MILLISECONDS = 500;
const watch = new Worker(new URL('./watch.ts', import.meta.url));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
setInterval(() => watch.postMessage('alive'), ALIVE_MILLISECONDS);

process.once('message', (task: Task) => {
  perform(task).then(
    (value) => process.send?.(ok(value)),
    (error: unknown) => process.send?.(err(redactionError(error))),
  );
});
