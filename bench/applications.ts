import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { BenchLine, BenchOptions } from './measure.ts';

/**
 * The register of applications and table three over a generated installation: 200 organs in ten regions, eight years.
 * Twice, with a tenth of the cases and with all of them, to see what grows with the table and what does not.
 */

const PROGRAM = join(import.meta.dirname, '../packages/server/test/application-bench.ts');

interface Measured {
  readonly kind: 'register' | 'figures';
  readonly place: keyof typeof PLACES | 'steady';
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
}

const PLACES = { organ: '一个机关', county: '县（20 个机关）', city: '市（200 个机关）' } as const;

function run(cases: number, rounds: number): readonly Measured[] {
  const output = execFileSync(process.execPath, [PROGRAM, String(cases), String(rounds)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Measured => JSON.parse(line));
}

const slowest = (lines: readonly Measured[]): Measured | undefined =>
  lines.toSorted((a, b) => b.p95 - a.p95)[0];

function registerLine(all: readonly Measured[], place: keyof typeof PLACES, cases: number): BenchLine {
  const own = all.filter((line) => line.kind === 'register' && line.place === place);
  const worst = slowest(own);
  const p95 = worst?.p95 ?? Number.NaN;
  return {
    what: `登记簿一页，${PLACES[place]}，${cases} 件，${own.length} 种问法中最慢的 p95`,
    figure: `${p95.toFixed(1)} ms（${worst?.what}）；p50 最慢 ${Math.max(...own.map((line) => line.p50)).toFixed(1)} ms`,
    aim: '≤ 150 ms',
    reached: p95 <= 150,
  };
}

function figuresLine(all: readonly Measured[], place: keyof typeof PLACES, cases: number): BenchLine {
  const at = (what: string): number =>
    all.find((line) => line.kind === 'figures' && line.place === place && line.what === what)?.p95 ??
    Number.NaN;
  const most = { organ: 100, county: 500, city: Number.POSITIVE_INFINITY }[place];
  const rest = `各月 ${at('months').toFixed(1)} ms，一格的案件 ${at('cases of a cell').toFixed(1)} ms`;
  return {
    what: `表三，${PLACES[place]}一年，${cases} 件，p95`,
    figure: `${at('table three').toFixed(1)} ms（${rest}）`,
    aim: place === 'city' ? '无，只作参照' : `≤ ${most} ms`,
    reached: at('table three') <= most,
  };
}

/** Indexes grow a little higher and more of the table lies outside of the memory; beyond that it is no use of an index. */
const GROWTH = 2;

function growthLine(few: readonly Measured[], many: readonly Measured[]): BenchLine {
  const medianOf = (lines: readonly Measured[]): number =>
    lines.find(({ place }) => place === 'steady')?.p50 ?? Number.NaN;
  const ratio = medianOf(many) / medianOf(few);
  return {
    what: '表三，同一机关同样的案件一年：十倍大的表 ÷ 原来的表',
    figure: `${ratio.toFixed(2)}（${medianOf(many).toFixed(2)} ms ÷ ${medianOf(few).toFixed(2)} ms）`,
    aim: `≤ ${GROWTH}`,
    reached: ratio <= GROWTH,
  };
}

/** Pages of the register and table three at a tenth of the size and at the whole. */
export function benchApplications({ short }: BenchOptions): Promise<readonly BenchLine[]> {
  const cases = short ? 50_000 : 1_000_000;
  const rounds = short ? 10 : 40;
  const few = run(cases / 10, rounds);
  const many = run(cases, rounds);
  const places = ['organ', 'county', 'city'] as const;
  return Promise.resolve([
    ...places.map((place) => registerLine(many, place, cases)),
    ...places.map((place) => figuresLine(many, place, cases)),
    growthLine(few, many),
  ]);
}
