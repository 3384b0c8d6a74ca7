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
  status: 'received' | 'amended' | 'forwarded' | 'declined';
  /** Civil dates as text. */
  received_on: string;
  due_on: string;
  is_provisional: boolean;
  sealed: string;
  query_code_hash: string;
  sealed_result: string | null;
  version: Generated<number>;
}

interface RecordAmendmentFileTable {
  region_id: string;
  amendment_id: string;
  file_id: string;
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
  portal_upload: PortalUploadTable;
  used_question: UsedQuestionTable;
  applicant_session: ApplicantSessionTable;
  record_amendment: RecordAmendmentTable;
  record_amendment_file: RecordAmendmentFileTable;
}
