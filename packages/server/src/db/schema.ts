import type { OrganKind } from '@zhaoshi/domain/annual-report/report';
import type { Generated, GeneratedAlways } from 'kysely';
import type { FileTable } from './schema/file.ts';
import type { IdentitySchema } from './schema/identity.ts';
import type { JobsSchema } from './schema/jobs.ts';
import type { PortalSchema, PublishedPortalSchema } from './schema/portal.ts';

type Level = 'province' | 'city' | 'county' | 'township';

interface RegionTable {
  region_id: string;
  parent_id: string | null;
  slug: string;
  name: string;
  level: Exclude<Level, 'township'>;
  is_demonstration: boolean;
}

interface OrganTable {
  region_id: string;
  organ_id: string;
  parent_id: string | null;
  slug: string;
  name: string;
  kind: OrganKind;
  level: Level;
  /** Civil dates as text, "2024-01-31". */
  valid_from: string;
  valid_to: string | null;
  /** Ids of the organs above and of this one, root first, each followed by "/". */
  path: string;
  version: Generated<number>;
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
export interface Schema extends PortalSchema, IdentitySchema, JobsSchema {
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
export interface PublishedSchema extends PublishedPortalSchema {
  'published.region': RegionTable;
  'published.organ': Omit<OrganTable, 'valid_from' | 'valid_to' | 'version'>;
  'published.annual_report': Omit<AnnualReportTable, 'report_id'> &
    Omit<ReportVersionTable, 'region_id' | 'report_id'>;
}
