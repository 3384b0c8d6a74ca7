import type { Suggestion } from '../rules/rule.ts';

/**
 * How a figure may have gone wrong (annual-report.md §10):
 * - `singleCell`: one figure is wrong
 * - `wrongColumn`: cases stand under another applicant kind than they should, in one row
 * - `movedAtResult`: cases stand under one applicant kind at intake and under another at the result
 * - `sameRow`, `sameColumn`: two or more figures of one row or one column are wrong
 * - `rowCountedTwice`, `rowLeftOut`: a whole outcome row is counted once too often, or once too rarely
 * - `carriedIn`: 上年结转 differs from last year's 结转下年度 by just what is missing here
 */
export type LocalisationPattern =
  | 'singleCell'
  | 'wrongColumn'
  | 'movedAtResult'
  | 'sameRow'
  | 'sameColumn'
  | 'rowCountedTwice'
  | 'rowLeftOut'
  | 'carriedIn';

/** One explanation of failing tie-outs, with what the figures should be. */
export interface Localisation {
  readonly pattern: LocalisationPattern;
  /** Ids of the rules whose failure it explains, for example `AR-T3-ROW/t3.granted`. */
  readonly rules: readonly string[];
  readonly suggestion: Suggestion;
}
