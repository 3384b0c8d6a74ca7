/**
 * Entry of the thread that watches the process it belongs to, and ends it. Canvas and decoders take their memory
 * outside the heap of scripts, where no limit of V8 holds, and a page of a hostile file may keep the main thread busy
 * for hours, so that no timer of its own fires. The main thread says every now and then that it is alive.
 */
import { parentPort } from 'node:worker_threads';
import { LIMITS } from '../limits.ts';

const WATCH_MILLISECONDS = 25;

let heard = performance.now();
parentPort?.on('message', () => {
  heard = performance.now();
});

setInterval(() => {
  const stuck = performance.now() - heard > LIMITS.stepMilliseconds;
  if (stuck || process.memoryUsage.rss() > LIMITS.memoryBytes) process.kill(process.pid, 'SIGKILL');
}, WATCH_MILLISECONDS);
