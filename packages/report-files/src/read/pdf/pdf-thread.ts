/** Entry of the thread in which PDFs are parsed: takes the bytes of a file, answers with a `ThreadMessage`. */
import { parentPort } from 'node:worker_threads';
import { pdfFailure } from './open-pdf.ts';
import { parsePdf } from './parse-pdf.ts';
import type { ThreadMessage } from './pdf-messages.ts';

function answer(message: ThreadMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}

// On damaged files pdf.js rejects promises that nobody holds. Their cause also reaches the promise we await, or
// does not matter; without this the whole thread would end.
process.on('unhandledRejection', () => undefined);

parentPort?.on('message', (bytes: unknown) => {
  if (!(bytes instanceof Uint8Array)) return;
  parsePdf(bytes).then(
    (document) => answer({ kind: 'document', document }),
    (error: unknown) => answer({ kind: 'failure', failure: pdfFailure(error).failure }),
  );
});

answer({ kind: 'ready' });
