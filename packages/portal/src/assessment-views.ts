import type { ColumnOwner } from './view-models.ts';

/** A unit's result as it was published. */
export interface AssessmentResultRow {
  readonly name: string;
  /** "1"; "—" where it has none. */
  readonly place: string;
  /** "98.5"; "—" where nothing could be assessed. */
  readonly total: string;
  /** 合格, 不合格, 尚不能评定. */
  readonly verdict: string;
  /** Why, in words; empty where the points alone say it. */
  readonly because: string;
  /** Indicators that nobody looked at; `null`: not known. */
  readonly unrated: number | null;
}

export interface PublishedAssessmentView {
  readonly title: string;
  /** The days whose work was counted, in words. */
  readonly days: string;
  /** Why it ended before its last day; empty where it did not. */
  readonly earlyReason: string;
  readonly publishedOn: string;
  readonly results: readonly AssessmentResultRow[];
}

/** The published results of an organ's assessments, the newest year first (条例46). */
export interface AssessmentsPage {
  readonly organ: ColumnOwner;
  readonly assessments: readonly PublishedAssessmentView[];
}
