/**
 * Feeds the readers with broken, random and hostile files:
 * `node packages/report-files/test/fuzz.ts --steps 1000000 --seed 7 --workers 2`.
 * Every file must give a report or a typed refusal, within five seconds and a bounded memory. A step is made
 * again with `--from STEP --steps 1`, one kind of file is made with `--only KIND`; the file of a failing step is written to the system's folder for
 * temporary files.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { fuzzCase, KINDS } from './fuzz/fuzz-case.ts';
import type { FuzzJob, FuzzMessage, KindTotals } from './fuzz/fuzz-worker.ts';

const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    workers: { type: 'string', default: '1' },
    only: { type: 'string' },
    'max-rss': { type: 'string', default: '2000' },
  },
});

if (values.only !== undefined && !KINDS.includes(values.only)) {
  throw new Error(`--only takes one of: ${KINDS.join(', ')}`);
}
const seed = Number(values.seed);
const from = Number(values.from);
const end = from + Number(values.steps);
const workers = Number(values.workers);
/** Mebibytes of the whole process; a worker's heap alone may take no more than HEAP_MIB. */
const maxRss = Number(values['max-rss']);
const HEAP_MIB = 1_024;
/** Wall time without an end of the step after which a worker counts as hung. */
const HANG_SECONDS = 30;
const MEBIBYTE = 1024 * 1024;

const totals: Record<string, KindTotals> = {};
let failures = 0;
let peakRss = 0;
let folder: string | undefined;

function report(step: number, kind: string, problem: string): void {
  failures++;
  folder ??= mkdtempSync(join(tmpdir(), 'zhaoshi-fuzz-'));
  const file = join(folder, `seed-${seed}-step-${step}.bin`);
  writeFileSync(file, fuzzCase(seed, step, values.only).bytes);
  console.error(
    `FAIL step ${step} (${kind}): ${problem}\n     file: ${file}\n     again: --seed ${seed} --from ${step} --steps 1${values.only === undefined ? '' : ` --only "${values.only}"`}`,
  );
}

function merge(found: Readonly<Record<string, KindTotals>>): void {
  for (const [kind, add] of Object.entries(found)) {
    const total = (totals[kind] ??= { count: 0, milliseconds: 0, slowest: -1, slowestStep: 0, outcomes: {} });
    total.count += add.count;
    total.milliseconds += add.milliseconds;
    if (add.slowest > total.slowest) {
      total.slowest = add.slowest;
      total.slowestStep = add.slowestStep;
    }
    for (const [outcome, count] of Object.entries(add.outcomes)) {
      total.outcomes[outcome] = (total.outcomes[outcome] ?? 0) + count;
    }
  }
}

/** Runs one worker; a step that hangs or takes the heap is reported and the rest goes on in a new worker. */
async function run(first: number): Promise<void> {
  const progress = new SharedArrayBuffer(4);
  const current = new Int32Array(progress);
  Atomics.store(current, 0, first);
  const workerData: FuzzJob = { seed, first, end, stride: workers, only: values.only, progress };
  const worker = new Worker(new URL('./fuzz/fuzz-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
  });
  let since = performance.now();
  let last = first;
  let done = false;
  let broken: string | undefined;
  const watch = setInterval(() => {
    peakRss = Math.max(peakRss, process.memoryUsage.rss());
    const step = Atomics.load(current, 0);
    if (step !== last) {
      last = step;
      since = performance.now();
    } else if (performance.now() - since > HANG_SECONDS * 1_000) {
      broken = `no end after ${HANG_SECONDS} s`;
      void worker.terminate();
    }
  }, 100);
  await new Promise<void>((resolve) => {
    worker.on('message', (message: FuzzMessage) => {
      if (message.type === 'problem') report(message.step, message.kind, message.problem);
      else {
        done = message.last;
        merge(message.totals);
      }
    });
    worker.on('error', (error) => {
      broken ??= String(error);
    });
    worker.on('exit', () => resolve());
  });
  clearInterval(watch);
  if (done) return;
  const step = Atomics.load(current, 0);
  report(step, 'worker lost', broken ?? 'worker ended');
  if (step + workers < end) await run(step + workers);
}

const start = performance.now();
await Promise.all(Array.from({ length: workers }, (_, index) => run(from + index)));
const seconds = (performance.now() - start) / 1_000;
peakRss = Math.max(peakRss, process.resourceUsage().maxRSS * 1_024);

for (const [kind, total] of Object.entries(totals).sort(([, a], [, b]) => b.slowest - a.slowest)) {
  const outcomes = Object.entries(total.outcomes)
    .sort(([, a], [, b]) => b - a)
    .map(([outcome, count]) => `${outcome} ${count}`);
  console.log(
    `${kind}: ${total.count} × ${(total.milliseconds / total.count).toFixed(2)} ms, slowest ${Math.round(total.slowest)} ms (step ${total.slowestStep}); ${outcomes.join(', ')}`,
  );
}
const rss = Math.round(peakRss / MEBIBYTE);
if (rss > maxRss) {
  failures++;
  console.error(`FAIL peak memory ${rss} MiB is above ${maxRss} MiB`);
}
const steps = Object.values(totals).reduce((sum, total) => sum + total.count, 0);
console.log(
  `seed ${seed}: ${steps} steps in ${seconds.toFixed(1)} s (${Math.round(steps / seconds)}/s), peak ${rss} MiB, ${failures} failures`,
);
process.exitCode = failures === 0 ? 0 : 1;
