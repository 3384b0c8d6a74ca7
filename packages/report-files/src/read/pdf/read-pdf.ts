import { Worker } from 'node:worker_threads';
import type { ScanPiece } from '@zhaoshi/domain/disclosure/scan/piece';
import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import type { SourceDocument } from '../../source-document.ts';
import type { Deadline } from '../deadline.ts';
import { pdfFailure } from './open-pdf.ts';
import type { ThreadMessage, ThreadTask } from './pdf-messages.ts';

/** Memory of scripts in the thread, and growth of the whole process while a file is read. */
const HEAP_MEGABYTES = 512;
const GROWTH_BYTES = 1024 * 1024 * 1024;
const WATCH_MILLISECONDS = 50;

let idle: Worker | undefined;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Reads a PDF with a text layer: running text as paragraphs, tables rebuilt from ruling lines and joined over
 * pages.
 *
 * Throws `ReadFailure`: `encrypted`, `damaged`, `scanned-pdf` (no text layer), `too-large` (pages, text),
 * `too-complex` (time, memory or lines).
 *
 * pdf.js runs in a thread of its own, kept warm between calls: its long steps cannot be interrupted from within,
 * a file can make it take any amount of memory, and on damaged files it rejects promises that nobody holds, which
 * would end the process. Files are read one after the other.
 */
export async function readPdf(
  bytes: Uint8Array,
  { milliseconds }: Pick<Deadline, 'milliseconds'> = LIMITS,
): Promise<SourceDocument> {
  const answer = await inTurn({ want: 'document', bytes, milliseconds });
  if (answer.kind !== 'document') throw pdfFailure(undefined);
  return answer.document;
}

/**
 * All texts of a PDF for the scan before publication, in the same thread and within the same bounds. A page without
 * text is no failure here: it is said that a person must look at it.
 *
 * @throws ReadFailure as `readPdf`, but never `scanned-pdf`
 */
export async function readPdfPieces(bytes: Uint8Array): Promise<readonly ScanPiece[]> {
  const answer = await inTurn({ want: 'pieces', bytes, milliseconds: LIMITS.milliseconds });
  if (answer.kind !== 'pieces') throw pdfFailure(undefined);
  return answer.pieces;
}

function inTurn(task: ThreadTask): Promise<ThreadMessage> {
  const reading = queue.then(() => readInThread(task));
  queue = reading.catch(() => undefined);
  return reading;
}

async function readInThread(task: ThreadTask): Promise<ThreadMessage> {
  const thread = idle ?? (await startThread());
  idle = undefined;
  thread.removeAllListeners('error');
  thread.ref();
  try {
    const answer = await askThread(thread, task);
    keep(thread);
    return answer;
  } catch (error) {
    if (error instanceof ThreadFailure) {
      await thread.terminate();
      throw error.failure;
    }
    keep(thread);
    throw error;
  }
}

function keep(thread: Worker): void {
  // An idle thread must not hold the process open.
  thread.unref();
  idle = thread;
  thread.once('error', () => {
    if (idle === thread) idle = undefined;
  });
}

/** The thread is of no more use and must be ended. */
class ThreadFailure extends Error {
  readonly failure: ReadFailure;

  constructor(failure: ReadFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

function startThread(): Promise<Worker> {
  const thread = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  return new Promise((resolve, reject) => {
    thread.once('message', () => {
      thread.removeAllListeners('error');
      resolve(thread);
    });
    thread.once('error', reject);
  });
}

/** Sends the file and waits for the answer, for the end of the time, or for too much memory. */
function askThread(thread: Worker, task: ThreadTask): Promise<ThreadMessage> {
  const memoryBefore = process.memoryUsage.rss();
  const end = performance.now() + task.milliseconds;
  return new Promise<ThreadMessage>((resolve, reject) => {
    const watch = setInterval(() => {
      if (performance.now() > end) stop(tooComplex(`读取超过 ${task.milliseconds / 1000} 秒`));
      else if (process.memoryUsage.rss() - memoryBefore > GROWTH_BYTES) stop(tooComplex('占用内存过多'));
    }, WATCH_MILLISECONDS);
    const settle = () => {
      clearInterval(watch);
      thread.removeAllListeners('message');
      thread.removeAllListeners('error');
    };
    const stop = (failure: ReadFailure) => {
      settle();
      // The thread may still fail while it is being ended.
      thread.on('error', () => undefined);
      reject(new ThreadFailure(failure));
    };
    thread.on('error', (error) => {
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      stop(outOfMemory ? tooComplex('占用内存过多') : pdfFailure(error));
    });
    thread.on('message', (message: ThreadMessage) => {
      if (message.kind === 'ready') return;
      settle();
      if (message.kind === 'failure') reject(new ReadFailure(message.failure.code, message.failure.message));
      else resolve(message);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage(task);
  });
}

function tooComplex(reason: string): ReadFailure {
  return new ReadFailure(
    'too-complex',
    `PDF 过于复杂，${reason}，已停止，未保留任何内容。请检查文件是否正常，或提供 Word 文件。`,
  );
}
