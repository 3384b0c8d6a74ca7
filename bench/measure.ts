import { availableParallelism } from 'node:os';

/** How much a bench does: `short` for CI, where only the order of magnitude matters. */
export interface BenchOptions {
  readonly short: boolean;
}

/** One line of the result: what was measured, the figure, and the aim it stands beside. */
export interface BenchLine {
  readonly what: string;
  readonly figure: string;
  readonly aim: string;
  readonly reached: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function millisecondsOf(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1000;
}

/**
 * CPU milliseconds of two pieces of work, taken in turn so that a drift of the machine meets both, and the median
 * of the ratios pair by pair. CPU time, because the machine is shared and the aim is "on one core".
 */
export async function compareCpu(
  work: () => unknown,
  floor: () => unknown,
  rounds: number,
): Promise<{ readonly work: number; readonly floor: number; readonly ratio: number }> {
  const pairs: { work: number; floor: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const floorTime = await millisecondsOf(floor);
    pairs.push({ floor: floorTime, work: await millisecondsOf(work) });
  }
  return {
    work: median(pairs.map((pair) => pair.work)),
    floor: median(pairs.map((pair) => pair.floor)),
    ratio: median(pairs.map((pair) => pair.work / pair.floor)),
  };
}

/** Median wall milliseconds of one piece of work. */
export async function wallMedian(work: () => unknown, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

export async function times(count: number, work: () => unknown): Promise<void> {
  for (let index = 0; index < count; index++) await work();
}

export const machine = (): string => `Node ${process.versions.node}, ${availableParallelism()} 个处理器`;
