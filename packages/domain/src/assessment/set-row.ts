import type { CivilDate } from '../kernel/civil-date.ts';
import type { CounterName } from './counters.ts';
import type { Frequency, Indicator, Method, PointsUnit } from './indicator.ts';

/** A row of the starting set: code, text, points in hundredths, unit, evidence; what is usual is left out. */
export interface SetRow {
  readonly code: string;
  readonly text: string;
  readonly points: number;
  readonly unit?: PointsUnit;
  readonly cap?: number;
  readonly evidence: string;
  readonly counters?: readonly CounterName[];
  readonly method?: Method;
  readonly frequency?: Frequency;
}

/** Points are those of local schemes [L] (oversight.md §2.2). */
const LOCAL_SCHEMES = '地方考核方案';

/** 条例 in its revision of 2019, under which all of these are owed. */
const SINCE = '2019-05-15' as CivilDate;

/** Indicators of a section out of their rows: what the platform counts is looked at always, all else once a year. */
export const rowsOf = (section: string, rows: readonly SetRow[]): readonly Indicator[] =>
  rows.map(({ code, text, points, unit = 'each', cap, evidence, counters = [], method, frequency }) => ({
    code,
    section,
    text,
    points,
    sign: 'deduct',
    unit,
    cap: cap ?? null,
    evidence,
    counters,
    method: method ?? (counters.length === 0 ? 'sampled' : 'automatic'),
    frequency: frequency ?? (counters.length === 0 ? 'yearly' : 'continuous'),
    source: LOCAL_SCHEMES,
    mark: 'unconfirmed',
    validFrom: SINCE,
  }));
