import type { RegisterRow } from '@zhaoshi/domain/disclosure/validity/normative-register';
import type { RecordedEndKind } from '@zhaoshi/domain/statistics/recorded-documents';
import type { StatisticKind } from '@zhaoshi/domain/statistics/statistic-kinds';
import type { Generated } from 'kysely';

interface StatisticEntryTable {
  region_id: string;
  entry_id: string;
  organ_id: string;
  kind: StatisticKind;
  year: number;
  month: number;
  unit: string;
}

interface StatisticVersionTable {
  region_id: string;
  entry_id: string;
  version: number;
  /** Decisions, or 分. */
  figure: number | null;
  source: string;
  reason: string;
  entered_by: string;
  entered_at: Date;
  signed_by: string | null;
  signed_at: Date | null;
  returned_by: Generated<string | null>;
  returned_at: Generated<Date | null>;
  return_reason: Generated<string>;
}

interface NormativeRecordTable {
  region_id: string;
  record_id: string;
  organ_id: string;
  kind: RegisterRow;
  title: string;
  document_number: string;
  /** Civil dates as text. */
  date_of_document: string;
  valid_from: string | null;
  valid_to: string | null;
  end_kind: RecordedEndKind | null;
  ended_on: string | null;
  end_ground: string;
  recorded_by: string;
  recorded_at: Date;
  removed_at: Date | null;
  removed_reason: Generated<string>;
  version: Generated<number>;
}

export interface StatisticsSchema {
  statistic_entry: StatisticEntryTable;
  statistic_version: StatisticVersionTable;
  normative_record: NormativeRecordTable;
}
