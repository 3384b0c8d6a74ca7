import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { BenchLine, BenchOptions } from './measure.ts';

/**
 * The portal's search over generated documents, beside what an operator would take instead: SQLite's full-text index
 * of trigrams, which Node carries. The same documents and questions, one after the other; what is right is found by
 * reading everything.
 */

const TESTS = join(import.meta.dirname, '../packages/server/test');

interface Figures {
  readonly state: 'restarted' | 'hot' | 'counted';
  readonly kind: string;
  readonly p50: number;
  readonly p95: number;
  readonly gaveUp: number;
}

interface Recall {
  readonly recall: number;
  readonly questions: number;
}

interface Measured {
  readonly figures: readonly Figures[];
  readonly recall: Recall;
}

function run(program: string, count: number, rounds: number): Measured {
  const output = execFileSync(process.execPath, [join(TESTS, program), String(count), String(rounds)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Figures & Recall => JSON.parse(line));
  const recall = lines.find((line) => 'recall' in line);
  if (recall === undefined) throw new Error(`${program} ended before its last line`);
  return { figures: lines.filter((line) => 'p95' in line), recall };
}

const slowest = (figures: readonly Figures[], share: 'p50' | 'p95'): Figures | undefined =>
  figures.toSorted((a, b) => b[share] - a[share])[0];

const words = (figures: readonly Figures[], share: 'p50' | 'p95'): string => {
  const worst = slowest(figures, share);
  return `${worst?.[share].toFixed(1)} ms（${worst?.kind}）`;
};

function timeLine(
  what: string,
  figures: readonly Figures[],
  beside: readonly Figures[],
  p50: number,
  p95: number,
): BenchLine {
  const gaveUp = figures.reduce((sum, line) => sum + line.gaveUp, 0);
  return {
    what,
    figure: `p50 最慢 ${words(figures, 'p50')}，p95 最慢 ${words(figures, 'p95')}，没有查完 ${gaveUp} 次${
      beside.length === 0 ? '' : `；SQLite ${words(beside, 'p50')}，${words(beside, 'p95')}`
    }`,
    aim: `每种问法 p50 ≤ ${p50} ms，p95 ≤ ${p95} ms，都查完`,
    reached: gaveUp === 0 && figures.every((line) => line.p50 <= p50 && line.p95 <= p95),
  };
}

/** Pages of the search, hot and after a restart, with and without counts, and whether they are the right ones. */
export function benchSearch({ short }: BenchOptions): Promise<readonly BenchLine[]> {
  const count = short ? 20_000 : 1_000_000;
  const rounds = short ? 20 : 60;
  const own = run('search-bench.ts', count, rounds);
  const sqlite = run('search-bench-sqlite.ts', count, rounds);
  const of = ({ figures }: Measured, state: Figures['state']) =>
    figures.filter((line) => line.state === state);
  const worst = (measured: Measured): number => slowest(of(measured, 'hot'), 'p95')?.p95 ?? Number.NaN;
  const ratio = worst(own) / worst(sqlite);
  const kinds = of(own, 'hot').length;
  return Promise.resolve([
    timeLine(`检索一页，${count} 篇，${kinds} 种问法`, of(own, 'hot'), of(sqlite, 'hot'), 20, 100),
    timeLine(`检索一页，${count} 篇，刚重启`, of(own, 'restarted'), of(sqlite, 'restarted'), 100, 500),
    timeLine(`各项筛选的件数，${count} 篇`, of(own, 'counted'), [], 100, 500),
    {
      what: `检索一页，${count} 篇，最慢一种问法的 p95：PostgreSQL ÷ SQLite 三字索引`,
      figure: ratio.toFixed(2),
      aim: '< 1',
      reached: ratio < 1,
    },
    {
      what: `检索的查全，${own.recall.questions} 个问题，逐篇读过作对照`,
      figure: `${own.recall.recall}；SQLite ${sqlite.recall.recall}`,
      aim: '1',
      reached: own.recall.recall === 1,
    },
  ]);
}
