import type { Figures } from './search-bench-measure.ts';

const COLUMNS = [
  ['postgres', 'hot', 'PostgreSQL'],
  ['postgres', 'restarted', 'restarted'],
  ['postgres', 'counted', 'with counts'],
  ['sqlite', 'hot', 'SQLite FTS5 trigram'],
] as const;

const short = (ms: number): string => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0));

function cell(figures: Figures | undefined): string {
  if (figures === undefined) return '';
  const { p50, p95, gaveUp, asked } = figures;
  return `${short(p50)} / ${short(p95)}${gaveUp === 0 ? '' : `, ${gaveUp} of ${asked} given up`}`;
}

/** p50 / p95 in ms for each kind of question, the engines side by side. */
export function tableOf(figures: readonly Figures[]): string {
  const kinds = [...new Set(figures.map(({ kind }) => kind))];
  const rows = kinds.map((kind) => [
    kind,
    ...COLUMNS.map(([engine, state]) =>
      cell(figures.find((one) => one.kind === kind && one.engine === engine && one.state === state)),
    ),
  ]);
  const head = ['p50 / p95 in ms', ...COLUMNS.map(([, , title]) => title)];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
