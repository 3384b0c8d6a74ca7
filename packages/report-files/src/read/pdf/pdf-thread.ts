/** Entry of the thread in which PDFs are parsed: takes a `ThreadTask`, answers with a `ThreadMessage`. */
import { parentPort } from 'node:worker_threads';
// With the first file it would be loaded otherwise, in the time that the file has.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { pdfFailure } from './open-pdf.ts';
import { parsePdf } from './parse-pdf.ts';
import { parsePdfPieces } from './parse-pdf-pieces.ts';
import type { ThreadMessage, ThreadTask } from './pdf-messages.ts';

function answer(message: ThreadMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}

// On damaged files pdf.js rejects promises that nobody holds. Their cause also reaches the promise we await, or
// does not matter; without this the whole thread would end.
process.on('unhandledRejection', () => undefined);

async function perform({ want, bytes, milliseconds }: ThreadTask): Promise<ThreadMessage> {
  return want === 'pieces'
    ? { kind: 'pieces', pieces: await parsePdfPieces(bytes, milliseconds) }
    : { kind: 'document', document: await parsePdf(bytes, milliseconds) };
}

parentPort?.on('message', (task: ThreadTask) => {
  perform(task).then(answer, (error: unknown) =>
    answer({ kind: 'failure', failure: pdfFailure(error).failure }),
  );
});

answer({ kind: 'ready' });
