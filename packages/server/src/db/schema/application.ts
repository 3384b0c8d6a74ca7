import type { ApplicantKind } from '@zhaoshi/domain/annual-report/ids';
import type { CaseFileUse } from '@zhaoshi/domain/application/case-files';
import type { IntakeChannel } from '@zhaoshi/domain/application/intake';
import type { OutcomeId } from '@zhaoshi/domain/application/outcome';
import type { Status } from '@zhaoshi/domain/application/status';
import type { DeliveryWay } from '@zhaoshi/domain/delivery/delivery';
import type { Generated } from 'kysely';

interface ApplicantTable {
  region_id: string;
  applicant_id: string;
  organ_id: string;
  kind: ApplicantKind;
  sealed: string;
  masked_name: string;
  name_hash: string;
  identity_hash: string | null;
  phone_hash: string | null;
}

interface SerialNumberTable {
  region_id: string;
  organ_id: string;
  series: 'application' | 'letter' | 'amendment' | 'errorReport' | 'question' | 'comment';
  year: number;
  last: number;
}

interface ApplicationTable {
  region_id: string;
  application_id: string;
  organ_id: string;
  registration_number: string;
  applicant_id: string;
  applicant_kind: ApplicantKind;
  channel: IntakeChannel;
  is_misaddressed: boolean;
  status: Status;
  /** Civil dates as text. */
  sent_on: string | null;
  arrived_on: string | null;
  receipt_date: string | null;
  entered_at: Date;
  summary: string;
  folded: string;
  bigrams: readonly number[];
  sealed: string;
  due_on: string | null;
  is_provisional: boolean;
  waits_until: string | null;
  officer_id: string | null;
  result_on: string | null;
  result_outcome: OutcomeId | null;
  last_outcome: OutcomeId | null;
  letter_number: string | null;
  /** Promotion to proactive disclosure was proposed then and is not decided. */
  promotion_proposed_on: string | null;
  query_code_hash: string;
  is_imported: boolean;
  version: Generated<number>;
}

interface ApplicationEventTable {
  region_id: string;
  application_id: string;
  sequence: number;
  type: string;
  /** An `ApplicationEvent` without its type, as JSON. */
  data: unknown;
  sealed: string | null;
  recorded_at: Date;
  actor: string;
}

interface LetterTable {
  region_id: string;
  letter_id: string;
  application_id: string;
  organ_id: string;
  kind: string;
  template_version: number;
  document_number: string | null;
  issued_on: string;
  sealed: string;
  delivered_on: string | null;
  delivery_way: DeliveryWay | null;
  is_for_applicant: boolean;
}

interface ApplicationFileTable {
  region_id: string;
  application_id: string;
  file_id: string;
  use: CaseFileUse;
  added_at: Date;
}

interface ApplicationRedactionTable {
  region_id: string;
  application_id: string;
  file_id: string;
  source_file_id: string;
  sealed: string;
  made_by: string;
  made_at: Date;
  released_by: string | null;
  released_at: Date | null;
}

interface SavedViewTable {
  account_id: string;
  view_id: string;
  name: string;
  filter: unknown;
}

interface ApplicationImportTable {
  region_id: string;
  import_id: string;
  organ_id: string;
  /** An account's id, or `system:cli`. */
  account_id: string;
  created_at: Date;
  rows: number;
  ready: number;
  imported: number | null;
  sealed: string;
}

export interface ApplicationSchema {
  application_import: ApplicationImportTable;
  applicant: ApplicantTable;
  serial_number: SerialNumberTable;
  application: ApplicationTable;
  application_event: ApplicationEventTable;
  letter: LetterTable;
  application_file: ApplicationFileTable;
  application_redaction: ApplicationRedactionTable;
  saved_view: SavedViewTable;
}
