import type {
  ComplaintActName,
  ComplaintChannel,
  ComplaintFinding,
  ComplaintKind,
  ComplaintStatus,
} from '@zhaoshi/domain/oversight/complaint';
import type { ChecklistQuestion, InspectionVerdict } from '@zhaoshi/domain/oversight/inspection';
import type { OrderKind, RemediationActName, RemediationStatus } from '@zhaoshi/domain/oversight/remediation';
import type { Generated, JSONColumnType } from 'kysely';

interface ComplaintBoxTable {
  region_id: string;
  complaint_id: string;
  organ_id: string;
  /** Civil date as text. */
  received_on: string;
  receipt_number: string;
  query_code_hash: string;
  sealed: string;
}

interface ComplaintTable {
  region_id: string;
  complaint_id: string;
  organ_id: string;
  unit_region_id: string;
  unit_id: string;
  kind: ComplaintKind;
  channel: ComplaintChannel;
  receipt_number: string;
  query_code_hash: string;
  /** Civil date as text. */
  received_on: string;
  sealed: string;
  sealed_complainant: string | null;
  application_number: Generated<string>;
  status: ComplaintStatus;
  finding: Generated<ComplaintFinding | null>;
  is_extended: Generated<boolean>;
  orders: Generated<number>;
  circulars: Generated<number>;
  version: Generated<number>;
}

interface ComplaintEventTable {
  region_id: string;
  complaint_id: string;
  sequence: number;
  type: ComplaintActName;
  /** Facts without words. */
  data: JSONColumnType<Readonly<Record<string, string | null>>>;
  sealed: string;
  recorded_by: string;
  recorded_at: Date;
}

interface ComplaintFileTable {
  region_id: string;
  complaint_id: string;
  place: number;
  file_id: string;
}

interface ComplaintVoiceTable {
  region_id: string;
  complaint_id: string;
  voice_region_id: string;
  voice_id: string;
  sealed_reason: string;
  made_by: string;
}

interface InspectionTable {
  region_id: string;
  inspection_id: string;
  organ_id: string;
  title: string;
  /** Civil dates as text. */
  published_from: string;
  published_until: string;
  per_unit: number;
  seed: string;
  checklist: JSONColumnType<readonly ChecklistQuestion[]>;
  preceding_id: string | null;
  created_by: string;
  created_at: Date;
  version: Generated<number>;
}

interface InspectionUnitTable {
  region_id: string;
  inspection_id: string;
  unit_region_id: string;
  unit_id: string;
  published: number;
}

interface InspectionItemTable {
  region_id: string;
  inspection_id: string;
  item: number;
  unit_region_id: string;
  unit_id: string;
  document_id: string;
  edition: number;
  verdict: Generated<InspectionVerdict | null>;
  faults: Generated<string[]>;
  note: Generated<string>;
  file_id: Generated<string | null>;
  checked_by: Generated<string | null>;
  /** Civil date as text. */
  checked_on: Generated<string | null>;
}

interface RemediationOrderTable {
  region_id: string;
  order_id: string;
  organ_id: string;
  issuer_region_id: string;
  issuer_id: string;
  complaint_id: string | null;
  inspection_id: string | null;
  kind: OrderKind;
  /** Empty: none. */
  document_number: string;
  /** What was found; empty: the demand says it. */
  facts: string;
  demand: string;
  /** Civil dates as text. */
  issued_on: string;
  /** As the document says it. */
  ordered_due_on: string;
  due_on: string;
  status: RemediationStatus;
  version: Generated<number>;
}

interface RemediationEventTable {
  region_id: string;
  order_id: string;
  sequence: number;
  type: RemediationActName;
  words: string;
  file_id: string | null;
  /** Civil date as text. */
  due_on: string | null;
  recorded_by: string;
  recorded_at: Date;
}

/** Complaints, orders to put right, inspections (0041-complaints.sql, 0049-complaint-files.sql). */
export interface OversightSchema {
  complaint_box: ComplaintBoxTable;
  complaint: ComplaintTable;
  complaint_event: ComplaintEventTable;
  complaint_file: ComplaintFileTable;
  complaint_voice: ComplaintVoiceTable;
  inspection: InspectionTable;
  inspection_unit: InspectionUnitTable;
  inspection_item: InspectionItemTable;
  remediation_order: RemediationOrderTable;
  remediation_event: RemediationEventTable;
}
