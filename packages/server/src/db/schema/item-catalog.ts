import type { CatalogItem } from '@zhaoshi/domain/disclosure/item-catalog/catalog-item';
import type { ReevaluationTrigger } from '@zhaoshi/domain/disclosure/reevaluation/reevaluation';
import type { ColumnType, Generated } from 'kysely';

interface CatalogItemTable {
  region_id: string;
  item_id: string;
  organ_id: string;
  /** Empty outside the pilot fields. */
  field: string;
  code: string;
  version: Generated<number>;
}

interface CatalogWordingTable {
  region_id: string;
  item_id: string;
  number: number;
  /** Civil dates as text. */
  valid_from: string;
  valid_to: string | null;
  level1: string;
  level2: string;
  responsible_organ: string;
  content: ColumnType<CatalogItem, string, never>;
  folded: string;
  recorded_at: Date;
  recorded_by: string;
}

interface CatalogResponsibilityTable {
  region_id: string;
  item_id: string;
  organ_id: string;
}

interface CatalogImportTable {
  region_id: string;
  import_id: string;
  organ_id: string;
  account_id: string;
  created_at: Date;
  rows: number;
  ready: number;
  imported: number | null;
  kept: ColumnType<unknown, string, string>;
}

interface NothingProducedTable {
  region_id: string;
  statement_id: string;
  organ_id: string;
  year: number;
  item_id: string | null;
  catalog_code: string | null;
  title: string;
  reason: string;
  stated_by: string;
  stated_at: Date;
  taken_back_by: Generated<string | null>;
  taken_back_at: Generated<Date | null>;
}

interface DutyReminderTable {
  region_id: string;
  organ_id: string;
  kind: string;
  subject: string;
  due_on: string;
  reminded_at: Date;
}

interface CaseReevaluationTable {
  region_id: string;
  reevaluation_id: string;
  application_id: string;
  reviewed_on: string;
  keeps: boolean;
  next_on: string | null;
  sealed: string;
  recorded_at: Date;
  recorded_by: string;
}

interface ReevaluationTriggerTable {
  region_id: string;
  trigger_id: string;
  application_id: string | null;
  document_id: string | null;
  kind: ReevaluationTrigger;
  happened_on: string;
  source: 'person' | 'application' | 'document';
  source_id: string;
  sealed: string | null;
  recorded_at: Date;
  recorded_by: string | null;
}

interface OrganGuideTable {
  region_id: string;
  organ_id: string;
  texts: ColumnType<Readonly<Record<string, string>>, string, string>;
  document_id: string | null;
  composed_sha256: string | null;
  composed_at: Date | null;
  version: number;
}

export interface ItemCatalogSchema {
  catalog_item: CatalogItemTable;
  catalog_wording: CatalogWordingTable;
  catalog_responsibility: CatalogResponsibilityTable;
  catalog_import: CatalogImportTable;
  nothing_produced: NothingProducedTable;
  duty_reminder: DutyReminderTable;
  case_reevaluation: CaseReevaluationTable;
  reevaluation_trigger: ReevaluationTriggerTable;
  organ_guide: OrganGuideTable;
}

/** What an organ states that it made nothing of. */
export interface PublishedNothingProduced {
  region_id: string;
  organ_id: string;
  year: number;
  item_id: string | null;
  catalog_code: string | null;
  title: string;
  stated_at: Date;
}
