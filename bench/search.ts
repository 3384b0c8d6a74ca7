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
  readonly engine: 'postgres' | 'sqlite';
  readonly state: 'restarted' | 'hot' | 'counted';
  readonly kind: string;
  readonly p50: number;
  readonly p95: number;
  readonly gaveUp: number;
}

interface Recall {
  readonly engine: 'postgres' | 'sqlite';
  readonly recall: number;
  readonly questions: number;
}

interface Measured {
  readonly figures: readonly Figures[];
  readonly recalls: readonly Recall[];
}

function run(count: number, rounds: number): Measured {
  const program = join(TESTS, 'search-bench.ts');
  const output = execFileSync(process.execPath, [program, String(count), String(rounds)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Figures & Recall => JSON.parse(line));
  return {
    figures: lines.filter((line) => 'p95' in line),
    recalls: lines.filter((line) => 'recall' in line),
  };
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
  const { figures, recalls } = run(count, rounds);
  const of = (engine: Figures['engine'], state: Figures['state']) =>
    figures.filter((line) => line.engine === engine && line.state === state);
  const own = of('postgres', 'hot');
  const sqlite = of('sqlite', 'hot');
  const ratio = (slowest(own, 'p95')?.p95 ?? Number.NaN) / (slowest(sqlite, 'p95')?.p95 ?? Number.NaN);
  const [recall, beside] = (['postgres', 'sqlite'] as const).map((engine) =>
    recalls.find((line) => line.engine === engine),
  );
  return Promise.resolve([
    timeLine(`检索一页，${count} 篇，${own.length} 种问法`, own, sqlite, 20, 100),
    timeLine(`检索一页，${count} 篇，刚重启`, of('postgres', 'restarted'), [], 100, 500),
    timeLine(`各项筛选的件数，${count} 篇`, of('postgres', 'counted'), [], 100, 500),
    {
      what: `检索一页，${count} 篇，最慢一种问法的 p95：PostgreSQL ÷ SQLite 三字索引`,
      figure: ratio.toFixed(2),
      aim: '< 1',
      reached: ratio < 1,
    },
    {
      what: `检索的查全，${recall?.questions} 个问题，逐篇读过作对照`,
      figure: `${recall?.recall}；SQLite ${beside?.recall}（${beside?.questions} 个问题）`,
      aim: '1',
      reached: recall?.recall === 1,
    },
  ]);
}
