import { parentPort, workerData } from 'node:worker_threads';
import { fuzzStep } from './fuzz-step.ts';

export interface FuzzJob {
  readonly seed: number;
  /** First step, one after the last, and how far apart this worker's steps lie. */
  readonly first: number;
  readonly end: number;
  readonly stride: number;
  readonly only: string | undefined;
  /** Slot 0: the step that is being read. */
  readonly progress: SharedArrayBuffer;
}

export interface KindTotals {
  count: number;
  milliseconds: number;
  slowest: number;
  slowestStep: number;
  readonly outcomes: Record<string, number>;
}

export type FuzzMessage =
  | { readonly type: 'problem'; readonly step: number; readonly kind: string; readonly problem: string }
  | {
      readonly type: 'totals';
      readonly last: boolean;
      readonly totals: Readonly<Record<string, KindTotals>>;
    };

const job: FuzzJob = workerData;
const progress = new Int32Array(job.progress);
let totals: Record<string, KindTotals> = {};

/** Counts are told in between, so that a lost worker takes few with it. */
const TELL_EVERY = 1_000;
let untold = 0;

function tell(message: FuzzMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a worker has no origin
  parentPort?.postMessage(message);
}

for (let step = job.first; step < job.end; step += job.stride) {
  Atomics.store(progress, 0, step);
  const { kind, outcome, milliseconds, problem } = await fuzzStep(job.seed, step, job.only);
  const total = (totals[kind] ??= {
    count: 0,
    milliseconds: 0,
    slowest: -1,
    slowestStep: step,
    outcomes: {},
  });
  total.count++;
  total.milliseconds += milliseconds;
  total.outcomes[outcome] = (total.outcomes[outcome] ?? 0) + 1;
  if (milliseconds > total.slowest) Object.assign(total, { slowest: milliseconds, slowestStep: step });
  if (problem !== undefined) {
    tell({ type: 'problem', step, kind, problem });
  }
  if (++untold === TELL_EVERY) {
    tell({ type: 'totals', last: false, totals });
    totals = {};
    untold = 0;
  }
}
tell({ type: 'totals', last: true, totals });
