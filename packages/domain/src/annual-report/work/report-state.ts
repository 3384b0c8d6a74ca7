import type { CellId } from '../ids.ts';
import type { ReportStatus } from './report-status.ts';

/** What was wanted when the report was last returned, for AR-DUP-03. */
export interface ReturnedMarks {
  readonly submission: number;
  readonly cells: readonly CellId[];
  readonly passages: readonly string[];
}

/** What the events of a report make of it. */
export interface ReportState {
  readonly status: ReportStatus;
  /** 1 for the first report of the year; one more with every restatement. */
  readonly edition: number;
  /** The frozen state that holds; `null` while nothing is frozen. */
  readonly frozen: { readonly submission: number; readonly sha256: string; readonly askedBy: string } | null;
  readonly signedBy: string | null;
  readonly signedAt: string | null;
  readonly acceptedAt: string | null;
  /** The frozen state that the public sees. */
  readonly published: { readonly submission: number; readonly sha256: string; readonly at: string } | null;
  readonly returned: ReturnedMarks | null;
  /** The words that were reviewed for secrecy last; `null`: none were. */
  readonly reviewedTexts: string | null;
  /** When the restatement was begun; `null` for the first edition. */
  readonly restatedSince: string | null;
}

export const REPORT_START: ReportState = {
  status: 'drafting',
  edition: 1,
  frozen: null,
  signedBy: null,
  signedAt: null,
  acceptedAt: null,
  published: null,
  returned: null,
  reviewedTexts: null,
  restatedSince: null,
};
