import { type CellId, cellId, type RowId } from '../ids.ts';
import type { CellValues } from '../report.ts';
import { figureOfLists, type SeriesSpec } from './chart.ts';
import { CORRECTION_RATE_DEFINITION, CORRECTION_RATES } from './disputes.ts';
import { percentWords, shareOf } from './share.ts';

/** By what an organ is held beside others of its kind. */
export interface PeerMeasure extends SeriesSpec {
  readonly unit: '件' | '%';
  readonly definition: string;
}

const total = (...rows: readonly RowId[]): readonly (readonly CellId[])[] => [
  rows.map((row) => cellId(row, 'total')),
];

export const PEER_MEASURES: readonly PeerMeasure[] = [
  {
    id: 'newlyReceived',
    name: '本年新收申请',
    unit: '件',
    cells: total('t3.newlyReceived'),
    definition: '年报表三第一项总计。',
  },
  {
    id: 'released',
    name: '予以公开和部分公开占比',
    unit: '%',
    cells: total('t3.granted', 't3.partiallyGranted'),
    of: total('t3.resultTotal'),
    definition: '年报表三第三项（一）（二）之和 ÷ （七）总计；总计为 0 的不计算。',
  },
  {
    id: 'carriedForward',
    name: '结转下年度',
    unit: '件',
    cells: total('t3.carriedForward'),
    definition: '年报表三第四项总计。',
  },
  {
    id: 'disputes',
    name: '行政复议和行政诉讼',
    unit: '件',
    cells: total('t4.reconsideration', 't4.litigationDirect', 't4.litigationAfterReconsideration'),
    definition: '年报表四三处总计之和。',
  },
  ...CORRECTION_RATES.filter(({ id }) => id === 'both').map(
    (spec): PeerMeasure => ({
      ...spec,
      id: 'correctionRate',
      name: '复议和诉讼合计纠错率',
      unit: '%',
      definition: CORRECTION_RATE_DEFINITION,
    }),
  ),
];

/** What a report has by a measure; `null` where a part has no figure, or there is nothing to divide by. */
export function peerValue({ cells: lists, of }: PeerMeasure, cells: CellValues): number | null {
  const count = figureOfLists(cells, lists);
  return of === undefined ? count : shareOf(count, figureOfLists(cells, of));
}

/** With fewer figures quartiles say nothing of the others but each one’s own figure. */
export const LEAST_PEERS = 4;

/** How the figures of organs of one kind are spread. */
export interface Spread {
  /** How many have a figure. */
  readonly count: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** Between two neighbours by their distance, as QUARTILE.INC of spreadsheets does it; two decimals. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return Math.round((below + (above - below) * (at - Math.floor(at))) * 100) / 100;
}

/** Median and quartiles of those that have a figure; `null` for fewer than `LEAST_PEERS`. */
export function spreadOf(values: readonly (number | null)[]): Spread | null {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  if (sorted.length < LEAST_PEERS) return null;
  return {
    count: sorted.length,
    lower: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upper: quantile(sorted, 0.75),
  };
}

/** The place of a figure from the largest on; equal figures share one. */
export const placeAmong = (own: number, values: readonly (number | null)[]): number =>
  1 + values.filter((value) => value !== null && value > own).length;

const figureWords = (unit: PeerMeasure['unit'], value: number): string =>
  unit === '%' ? percentWords(value) : `${value} 件`;

interface Beside {
  readonly own: number | null;
  readonly place: number | null;
  readonly spread: Spread | null;
}

function standingWords(own: number, { lower, upper }: Spread): string {
  if (own < lower) return '低于四分之三的同类单位';
  return own > upper ? '高于四分之三的同类单位' : '处在中间的一半';
}

/** Where an organ stands beside others of its kind, in words: its place and the median, none of the others. */
export function peerFinding({ unit, name }: PeerMeasure, { own, place, spread }: Beside): string {
  if (spread === null) return `${name}：有数字的同类单位不足 ${LEAST_PEERS} 个，不作比较。`;
  const median = `中位数 ${figureWords(unit, spread.median)}`;
  if (own === null || place === null)
    return `${name}：本单位没有数字；${spread.count} 个同类单位的${median}。`;
  return `${name}：本单位 ${figureWords(unit, own)}，${median}，${standingWords(own, spread)}；由多到少列第 ${place} 位，共 ${spread.count} 个。`;
}
