import type { IdentityCheck } from '@zhaoshi/domain/application/identity-check';
import type { AmendmentChannel, AmendmentStatus } from '@zhaoshi/domain/application/record-amendment';
import type { Generated } from 'kysely';

interface ApplicationDraftTable {
  token_hash: string;
  sealed: string;
  updated_at: Date;
  expires_at: Date;
}

interface UsedQuestionTable {
  question_hash: string;
  expires_at: Date;
}

interface ApplicantSessionTable {
  token_hash: string;
  region_id: string;
  /** `application/<id>` or `recordAmendment/<id>` */
  subject: string;
  expires_at: Date;
}

interface RecordAmendmentTable {
  region_id: string;
  amendment_id: string;
  organ_id: string;
  receipt_number: string;
  status: AmendmentStatus;
  /** Civil dates as text. */
  received_on: string;
  /** As it was at the beginning, and in the end; while it is open the register of deadlines has it. */
  due_on: string;
  is_provisional: boolean;
  sealed: string;
  query_code_hash: string;
  /** The decision and its words, as JSON. */
  sealed_result: string | null;
  decided_on: string | null;
  decided_by: string | null;
  channel: AmendmentChannel;
  /** Who entered what came to the office; `null` for the portal. */
  entered_by: string | null;
  version: Generated<number>;
}

interface RecordAmendmentLetterTable {
  region_id: string;
  letter_id: string;
  amendment_id: string;
  organ_id: string;
  kind: string;
  template_version: number;
  document_number: string | null;
  issued_on: string;
  sealed: string;
  seen_at: Date | null;
}

interface RecordAmendmentReminderTable {
  region_id: string;
  amendment_id: string;
  kind: string;
  reminded_on: string;
}

interface RecordAmendmentFileTable {
  region_id: string;
  amendment_id: string;
  file_id: string;
}

interface QueryCodeIssueTable {
  region_id: string;
  application_id: string;
  issue_id: string;
  issued_at: Date;
  account_id: string;
  identity_check: IdentityCheck;
  sealed: string;
}

interface PortalUploadTable {
  /** Civil date in China as text. */
  day: string;
  /** `portal`, or the keyed hash of a network on that day. */
  asker: string;
  bytes: number;
}

/** What applicants do on the portal. */
export interface ApplicantSchema {
  application_draft: ApplicationDraftTable;
  query_code_issue: QueryCodeIssueTable;
  portal_upload: PortalUploadTable;
  used_question: UsedQuestionTable;
  applicant_session: ApplicantSessionTable;
  record_amendment: RecordAmendmentTable;
  record_amendment_file: RecordAmendmentFileTable;
  record_amendment_letter: RecordAmendmentLetterTable;
  record_amendment_reminder: RecordAmendmentReminderTable;
}
