import { NO_FIGURE, percentWords } from '@zhaoshi/domain/annual-report/analysis/share';
import { csvOf } from '../../ui/csv.ts';
import type { ShownPeers } from './shown-analysis.ts';

export type ShownMeasure = ShownPeers['measures'][number];

/** A figure of a measure as it is written. */
export function measureWords({ unit }: Pick<ShownMeasure, 'unit'>, value: number | null): string {
  if (value === null) return NO_FIGURE;
  return unit === '%' ? percentWords(value) : String(value);
}

export const measureName = ({ name, unit }: Pick<ShownMeasure, 'name' | 'unit'>): string =>
  `${name}（${unit}）`;

/** Columns of the table beside the picture. */
export const PEER_COLUMNS: readonly (readonly [title: string, text: (measure: ShownMeasure) => string])[] = [
  ['本单位', (measure) => measureWords(measure, measure.own)],
  ['下四分位数', (measure) => measureWords(measure, measure.spread?.lower ?? null)],
  ['中位数', (measure) => measureWords(measure, measure.spread?.median ?? null)],
  ['上四分位数', (measure) => measureWords(measure, measure.spread?.upper ?? null)],
  [
    '位次（由多到少）',
    ({ place, spread }) => (place === null || spread === null ? NO_FIGURE : `${place}/${spread.count}`),
  ],
];

/** The organ beside the others as a file; nobody else’s figures are in it. */
export const peersCsv = ({ measures }: Pick<ShownPeers, 'measures'>): string =>
  csvOf([
    ['项目', ...PEER_COLUMNS.map(([title]) => title)],
    ...measures.map((measure) => [measureName(measure), ...PEER_COLUMNS.map(([, text]) => text(measure))]),
  ]);

/** Every organ of the kind with its figures, for those who receive their reports. */
export const unitsCsv = (
  { measures }: Pick<ShownPeers, 'measures'>,
  units: NonNullable<ShownPeers['units']>,
): string =>
  csvOf([
    ['单位', ...measures.map(measureName)],
    ...units.map(({ name, values }) => [
      name,
      ...values.map((value) => (value === null ? '' : String(value))),
    ]),
  ]);
