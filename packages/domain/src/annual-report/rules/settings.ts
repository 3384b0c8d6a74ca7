/**
 * Thresholds that the law leaves open: every one is [U] in annual-report.md §§9, 13 and is shown as 待确认
 * wherever settings are shown.
 */
export interface CheckSettings {
  /** AR-PLS-01: flagged above this multiple of last year, or below its inverse. */
  readonly jumpRatio: number;
  /** AR-PLS-01, -06, -07, -08: only where at least this many cases stand on either side. */
  readonly smallCount: number;
  /** AR-PLS-02: comparable units' average above which a zero is remarkable. */
  readonly peerAverage: number;
  /** AR-PLS-06, -07, -08: shares in percent. */
  readonly carriedForwardPercent: number;
  readonly otherHandlingPercent: number;
  readonly rectifiedPercent: number;
  /** AR-LEG-06: share of 其他处理 on the 2019 form, in percent. */
  readonly otherHandlingPercent2019: number;
  /** AR-DUP-01/02: similarity in percent with last year, with other units. */
  readonly similarityOwnPercent: number;
  readonly similarityPeerPercent: number;
  /** AR-NAR-01: characters of part one, without spaces. */
  readonly overviewCharacters: number;
  /** AR-NAR-04: least characters of part five. */
  readonly problemsCharacters: number;
  /** AR-NAR-10: words that must not stand in a report, beside the built-in list. */
  readonly forbiddenWords: readonly string[];
  /** AR-T2-01: organs with rule-making power, by exact name. */
  readonly ruleMakingOrgans: readonly string[];
  /** AR-DDL-01: local earlier date as MM-DD; `null` where only the national date binds. */
  readonly localDeadline: string | null;
}

export const DEFAULT_SETTINGS: CheckSettings = {
  jumpRatio: 5,
  smallCount: 10,
  peerAverage: 100,
  carriedForwardPercent: 50,
  otherHandlingPercent: 20,
  rectifiedPercent: 30,
  otherHandlingPercent2019: 10,
  similarityOwnPercent: 50,
  similarityPeerPercent: 60,
  overviewCharacters: 1000,
  problemsCharacters: 50,
  forbiddenWords: [],
  ruleMakingOrgans: [],
  localDeadline: null,
};
