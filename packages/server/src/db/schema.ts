import type { Level, RegionLevel, TreeKind } from '@zhaoshi/domain/organ/tree';
import type { Generated, GeneratedAlways } from 'kysely';
import type { ApplicantSchema } from './schema/applicant.ts';
import type { ApplicationSchema } from './schema/application.ts';
import type { AssessmentSchema, PublishedAssessmentSchema } from './schema/assessment.ts';
import type { CalendarSchema } from './schema/calendar.ts';
import type { ChannelSchema } from './schema/channels.ts';
import type { CheckpointSchema } from './schema/checkpoint.ts';
import type { DisputeSchema } from './schema/dispute.ts';
import type { DocumentSchema, PublishedDocumentSchema } from './schema/document.ts';
import type { ErasureSchema } from './schema/erasure.ts';
import type { FileTable } from './schema/file.ts';
import type { FileScanSchema } from './schema/file-scan.ts';
import type { IdentitySchema } from './schema/identity.ts';
import type { ItemCatalogSchema, PublishedNothingProduced } from './schema/item-catalog.ts';
import type { JobsSchema } from './schema/jobs.ts';
import type { LinkSchema } from './schema/link.ts';
import type { NoticeSchema } from './schema/notice.ts';
import type { NotificationSchema } from './schema/notification.ts';
import type { OpinionSchema } from './schema/opinion.ts';
import type { OrgansSchema, PublishedOrgansSchema } from './schema/organs.ts';
import type { OversightSchema } from './schema/oversight.ts';
import type { PortalSchema, PublishedPortalSchema } from './schema/portal.ts';
import type { PublishedProofSchema } from './schema/proof.ts';
import type { PublicVoiceSchema, PublishedVoiceSchema } from './schema/public-voice.ts';
import type { ReminderSchema } from './schema/reminder.ts';
import type { ReportBoardSchema } from './schema/report-board.ts';
import type { ReportWorkSchema } from './schema/report-work.ts';
import type { StatisticsSchema } from './schema/statistics.ts';
import type { PublishedSurveySchema, SurveySchema } from './schema/survey.ts';
import type { PublishedVillageSchema, VillageSchema } from './schema/village.ts';
import type { WorkRecordSchema } from './schema/work-record.ts';

interface RegionTable {
  region_id: string;
  parent_id: string | null;
  slug: string;
  name: string;
  level: RegionLevel;
  is_demonstration: boolean;
}

interface OrganTable {
  region_id: string;
  organ_id: string;
  parent_id: string | null;
  slug: string;
  name: string;
  kind: TreeKind;
  level: Level;
  /** Civil dates as text, "2024-01-31". */
  valid_from: string;
  valid_to: string | null;
  /** Ids of the organs above and of this one, root first, each followed by "/". */
  path: string;
  version: Generated<number>;
  /** Why it ended without any other taking over. */
  closing_statement: Generated<string | null>;
}

interface AnnualReportTable {
  region_id: string;
  report_id: string;
  organ_id: string;
  report_year: number;
}

interface ReportVersionTable {
  region_id: string;
  report_id: string;
  version: number;
  title: string;
  /** JSON text, as it was hashed. */
  content: string;
  content_sha256: string;
  published_at: Date;
  /** Public reason of a restatement; `null`: not restated. */
  restated_for: string | null;
}

interface ReportCellTable {
  region_id: string;
  report_id: string;
  version: number;
  cell_id: string;
  state: 'value' | 'blank' | 'text' | 'derived';
  value: number | null;
  raw: string;
  unit: string | null;
  footnote: string | null;
}

interface AuditEntryTable {
  sequence: number;
  recorded_at: Date;
  actor: string;
  action: string;
  subject: string;
  details: string;
  previous_sha256: string;
  previous_sm3: string;
  sha256: string;
  sm3: string;
  /** Path of the organ that the entry is about, else of the one acted for. */
  scope_path: GeneratedAlways<string | null>;
}

interface AuditHeadTable {
  only_row: GeneratedAlways<boolean>;
  sequence: number;
  sha256: string;
  sm3: string;
}

interface AuditSaltTable {
  sequence: number;
  field: string;
  salt: string;
}

interface MigrationTable {
  name: string;
  checksum: string;
  applied_at: Generated<Date>;
}

/** The tables as the server's role sees them. */
export interface Schema
  extends PortalSchema,
    CheckpointSchema,
    LinkSchema,
    NotificationSchema,
    IdentitySchema,
    JobsSchema,
    OrgansSchema,
    CalendarSchema,
    ApplicationSchema,
    ApplicantSchema,
    ReminderSchema,
    DisputeSchema,
    AssessmentSchema,
    WorkRecordSchema,
    SurveySchema,
    OpinionSchema,
    NoticeSchema,
    DocumentSchema,
    ChannelSchema,
    FileScanSchema,
    ItemCatalogSchema,
    PublicVoiceSchema,
    OversightSchema,
    StatisticsSchema,
    ReportWorkSchema,
    ReportBoardSchema,
    VillageSchema,
    ErasureSchema {
  region: RegionTable;
  organ: OrganTable;
  annual_report: AnnualReportTable;
  report_version: ReportVersionTable;
  report_cell: ReportCellTable;
  audit_entry: AuditEntryTable;
  audit_head: AuditHeadTable;
  audit_salt: AuditSaltTable;
  file: FileTable;
  migration: MigrationTable;
}

/** The views the portal's role may read; publishable columns only. */
export interface PublishedSchema
  extends PublishedPortalSchema,
    PublishedOrgansSchema,
    PublishedProofSchema,
    PublishedVoiceSchema,
    PublishedVillageSchema,
    PublishedAssessmentSchema,
    PublishedSurveySchema,
    PublishedDocumentSchema {
  'published.nothing_produced': PublishedNothingProduced;
  'published.region': RegionTable;
  'published.organ': Omit<OrganTable, 'valid_from' | 'valid_to' | 'version' | 'closing_statement'>;
  'published.annual_report': Omit<AnnualReportTable, 'report_id'> &
    Omit<ReportVersionTable, 'region_id' | 'report_id' | 'restated_for'>;
  'published.report_version': Omit<AnnualReportTable, 'report_id'> &
    Omit<ReportVersionTable, 'region_id' | 'report_id'>;
}
