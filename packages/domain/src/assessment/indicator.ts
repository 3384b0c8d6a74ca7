import type { CivilDate } from '../kernel/civil-date.ts';
import type { Confidence } from '../setting/setting.ts';
import type { CounterName } from './counters.ts';

/** Points are whole hundredths everywhere: 0.2 points are 20. */
export type Points = number;

export const ONE_POINT: Points = 100;

/** How an indicator is looked at (oversight.md §2). */
export const METHODS = {
  automatic: '平台统计',
  sampled: '抽查',
  register: '查台账',
  external: '外部评估',
} as const;

export type Method = keyof typeof METHODS;

export const UNITS = { each: '每项', once: '一次' } as const;

export type PointsUnit = keyof typeof UNITS;

export const SIGNS = { deduct: '扣分', add: '加分' } as const;

export type Sign = keyof typeof SIGNS;

export const FREQUENCIES = { continuous: '持续', quarterly: '每季度', yearly: '每年' } as const;

export type Frequency = keyof typeof FREQUENCIES;

interface Sourced {
  readonly code: string;
  readonly text: string;
  /** What proves it, in words. */
  readonly evidence: string;
  /** What the platform counts; none: an assessor judges alone. */
  readonly counters: readonly CounterName[];
  readonly source: string;
  readonly mark: Confidence;
  /** `null`: the scheme's own, without a date. */
  readonly validFrom: CivilDate | null;
}

/** One item of an assessment. */
export interface Indicator extends Sourced {
  /** Code of its section. */
  readonly section: string;
  /** For each finding, or once; 0: the assessor says how much. */
  readonly points: Points;
  readonly sign: Sign;
  readonly unit: PointsUnit;
  /** The most that it takes or gives; `null`: the points of its section. Never `null` where it adds. */
  readonly cap: Points | null;
  readonly frequency: Frequency;
  readonly method: Method;
}

/** 单项否决: any one of them and the unit has failed, whatever its points. */
export type VetoIndicator = Sourced;

export interface Section {
  readonly code: string;
  readonly title: string;
  /** Its share of the whole. */
  readonly points: Points;
}

/** Everything that a scheme assesses by. */
export interface IndicatorSet {
  readonly sections: readonly Section[];
  readonly indicators: readonly Indicator[];
  readonly vetoes: readonly VetoIndicator[];
  readonly passMark: Points;
  /** Additions count from this score on [L]. */
  readonly bonusFrom: Points;
}

/** Whole of a set: 100 points. */
export const FULL: Points = 100 * ONE_POINT;

/** 0.2, 12, 98.55: without needless zeros. */
export const pointsWords = (points: Points): string => String(points / ONE_POINT);

/** Points as people write them, at most two decimals; `null`: none. */
export function parsePoints(text: string): Points | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC').trim());
  if (match === null) return null;
  return Number(match[1]) * ONE_POINT + Number((match[2] ?? '').padEnd(2, '0'));
}
