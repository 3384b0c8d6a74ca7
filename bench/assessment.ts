import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { BenchLine, BenchOptions } from './measure.ts';

/** The running scores of a city's units, each with a year of applications, documents, messages and disputes. */

const PROGRAM = join(import.meta.dirname, '../packages/server/test/assessment-bench.ts');

interface Measured {
  readonly units: number;
  readonly findings: number;
  /** Milliseconds, in the middle of the rounds: of the clock, and of processors (program and database). */
  readonly wall: number;
  readonly cpu: number;
}

function run(units: number, rounds: number): readonly Measured[] {
  const output = execFileSync(process.execPath, [PROGRAM, String(units), String(rounds)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Measured => JSON.parse(line));
}

/** Ten times the units cost no more than ten times as much, and a city is scored while a person waits. */
export function benchAssessment({ short }: BenchOptions): Promise<readonly BenchLine[]> {
  const units = short ? 100 : 600;
  const [few, many] = run(units, short ? 3 : 7);
  const cpu = many?.cpu ?? Number.NaN;
  const ratio = cpu / (few?.cpu ?? Number.NaN);
  return Promise.resolve([
    {
      what: `考核 ${units} 个单位的得分，${many?.findings} 处依据，程序和数据库的 CPU`,
      figure: `${(cpu / 1000).toFixed(2)} s（等候 ${((many?.wall ?? Number.NaN) / 1000).toFixed(2)} s）`,
      aim: '≤ 5 s',
      reached: cpu <= 5000,
    },
    {
      what: `考核 ${units} 个单位 ÷ ${few?.units} 个单位`,
      figure: `${ratio.toFixed(1)} 倍（${cpu.toFixed(0)} ms ÷ ${few?.cpu.toFixed(0)} ms CPU）`,
      aim: '≤ 10 倍',
      reached: ratio <= 10,
    },
  ]);
}
