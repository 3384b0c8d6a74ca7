import type { DisclosureClass } from '@zhaoshi/domain/disclosure/disclosure-class';
import type { DocumentActType, WithdrawalKind } from '@zhaoshi/domain/disclosure/document-act';
import type { DocumentRelation } from '@zhaoshi/domain/disclosure/document-content';
import type { DocumentKind } from '@zhaoshi/domain/disclosure/document-kind';
import type { DocumentStatus } from '@zhaoshi/domain/disclosure/document-status';
import type { Generated } from 'kysely';

interface DocumentTable {
  region_id: string;
  document_id: string;
  organ_id: string;
  status: DocumentStatus;
  edition: number;
  kind: DocumentKind;
  title: string;
  document_number: string;
  disclosure_class: DisclosureClass | null;
  catalog_code: string;
  catalog_item_id: string | null;
  /** Civil dates as text. */
  created_on: string | null;
  folded: string;
  bigrams: readonly number[];
  due_on: string | null;
  is_provisional: boolean;
  index_number: string | null;
  public_name: string | null;
  scheduled_for: Date | null;
  public_edition: number | null;
  first_published_at: Date | null;
  awaits_third_person: boolean;
  reevaluate_on: string | null;
  leak_open: Generated<boolean>;
  last_writer: string;
  updated_at: Date;
  version: Generated<number>;
}

interface DocumentDraftTable {
  region_id: string;
  document_id: string;
  /** JSON text. */
  content: string;
  writers: readonly string[];
}

interface DocumentRevisionTable {
  region_id: string;
  document_id: string;
  revision: number;
  /** JSON text as it was hashed. */
  content: string;
  content_sha256: string;
  submitted_by: string;
  submitted_at: Date;
}

interface DocumentEventTable {
  region_id: string;
  document_id: string;
  sequence: number;
  type: DocumentActType;
  data: unknown;
  texts: unknown;
  recorded_at: Date;
  actor: string;
}

interface DocumentFileTable {
  region_id: string;
  document_id: string;
  file_id: string;
}

/** What lists and pages show of an edition; the same in the table and in the published view. */
interface EditionFacts {
  region_id: string;
  organ_id: string;
  document_id: string;
  edition: number;
  content_sha256: string;
  public_name: string;
  index_number: string;
  kind: DocumentKind;
  title: string;
  document_number: string;
  issuing_organ: string;
  abstract: string;
  subject_category: string;
  catalog_code: string;
  catalog_item_id: string | null;
  created_on: string;
  date_of_document: string | null;
  valid_from: string | null;
  valid_to: string | null;
  change_note: string;
  file_ids: readonly string[];
  check_code: string;
}

interface DocumentEditionTable extends EditionFacts {
  revision: number;
  visible_from: Date;
  cancelled_at: Generated<Date | null>;
  ended_at: Generated<Date | null>;
  withdrawal_kind: Generated<WithdrawalKind | 'notApproved' | null>;
  withdrawal_notice: Generated<string | null>;
  hides_existence: Generated<boolean>;
  announced_at: Generated<Date | null>;
  text_sha256: string | null;
}

interface DocumentRelationTable {
  region_id: string;
  document_id: string;
  edition: number;
  place: number;
  relation: DocumentRelation;
  other_document_id: string | null;
  other_number: string;
  other_title: string;
}

interface IndexSeriesTable {
  region_id: string;
  organ_id: string;
  series: string;
  last: number;
}

export interface DocumentSchema {
  document: DocumentTable;
  document_draft: DocumentDraftTable;
  document_revision: DocumentRevisionTable;
  document_event: DocumentEventTable;
  document_file: DocumentFileTable;
  document_edition: DocumentEditionTable;
  document_relation: DocumentRelationTable;
  index_series: IndexSeriesTable;
}

interface PublishedVersionView {
  region_id: string;
  organ_id: string;
  document_id: string;
  edition: number;
  public_name: string;
  title: string;
  change_note: string;
  content_sha256: string;
  check_code: string;
  published_at: Date;
  /** JSON text as it was hashed. */
  content: string;
}

interface PublishedWithdrawalView {
  region_id: string;
  organ_id: string;
  document_id: string;
  public_name: string;
  withdrawal_kind: WithdrawalKind | 'notApproved';
  withdrawal_notice: string;
  ended_at: Date;
}

interface PublishedRelationView {
  region_id: string;
  document_id: string;
  relation: DocumentRelation;
  other_document_id: string | null;
  other_number: string;
  other_title: string;
  /** Of the document that says so. */
  organ_id: string;
  public_name: string;
  title: string;
  document_number: string;
  published_at: Date;
  /** First day of its effect. */
  effective_on: string;
}

interface PublishedFileView {
  region_id: string;
  organ_id: string;
  document_id: string;
  public_name: string;
  /** Counted from 1, in the order of the edition's list. */
  place: number;
  file_id: string;
  media_type: string;
  size: number;
  sha256: string;
  storage_key: string;
}

export interface PublishedDocumentSchema {
  /** `today` is the day by the clock that decides what is public. */
  'published.document': EditionFacts & { published_at: Date; today: string };
  'published.document_version': PublishedVersionView;
  'published.document_withdrawal': PublishedWithdrawalView;
  'published.document_relation': PublishedRelationView;
  'published.document_file': PublishedFileView;
}
