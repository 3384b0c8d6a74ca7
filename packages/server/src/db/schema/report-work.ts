import type { ReportActType } from '@zhaoshi/domain/annual-report/work/report-act';
import type { ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import type { ReportStatus } from '@zhaoshi/domain/annual-report/work/report-status';
import type { ColumnType, Generated } from 'kysely';

/** `jsonb`: read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>;

interface ReportWorkTable {
  region_id: string;
  report_id: string;
  organ_id: string;
  report_year: number;
  status: ReportStatus;
  edition: Generated<number>;
  frozen: number | null;
  counted: number | null;
  published: number | null;
  draft: Json<ReportDraft>;
  blocks: number | null;
  warnings: number | null;
  signed_at: Date | null;
  accepted_at: Date | null;
  updated_at: Date;
  version: Generated<number>;
}

interface ReportEventTable {
  region_id: string;
  report_id: string;
  sequence: number;
  type: ReportActType;
  data: Json<Record<string, unknown>>;
  texts: Json<Record<string, string>>;
  recorded_at: Date;
  actor: string;
}

interface ReportSubmissionTable {
  region_id: string;
  report_id: string;
  submission: number;
  edition: number;
  origin: 'platform' | 'file';
  /** JSON text, as are the next ones of that kind: forms, figures, findings. */
  content: string;
  content_sha256: string;
  cells_sha256: string;
  table_forms: string;
  figures: string;
  cases_sha256: string | null;
  findings: string;
  /** Of the folder of whoever entered it; with `file_id` or without it. */
  file_region_id: string | null;
  file_id: string | null;
  made_by: string;
  made_at: Date;
}

interface ReportSubmissionCaseTable {
  region_id: string;
  report_id: string;
  submission: number;
  register: 't2' | 't3' | 't4';
  case_id: string;
  place: string;
}

interface ReportWaiverTable {
  region_id: string;
  report_id: string;
  waiver_id: string;
  finding_id: string;
  fingerprint: string;
  rule: string;
  waived_by: 'author' | 'reviewer';
  reason: string;
  given_by: string;
  given_at: Date;
  ended_at: Date | null;
}

interface ReportConfirmationTable {
  region_id: string;
  report_id: string;
  confirmation_id: string;
  finding_id: string;
  fingerprint: string;
  rule: string;
  confirmed_as: 'author' | 'reviewer';
  given_by: string;
  given_at: Date;
  ended_at: Date | null;
}

interface ReportCopiesTable {
  region_id: string;
  report_id: string;
  version: number;
  checked_at: Date;
  /** JSON text: a list of `PublishedCopy`. */
  copies: string;
}

export interface ReportWorkSchema {
  report_work: ReportWorkTable;
  report_event: ReportEventTable;
  report_submission: ReportSubmissionTable;
  report_submission_case: ReportSubmissionCaseTable;
  report_waiver: ReportWaiverTable;
  report_confirmation: ReportConfirmationTable;
  report_copies: ReportCopiesTable;
}
