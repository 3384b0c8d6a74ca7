import type { Level, TreeKind } from '@zhaoshi/domain/organ/tree';

/** A thing that the public can find. */
export interface SearchEntryTable {
  region_id: string;
  entry_id: string;
  kind: 'annualReport';
  organ_id: string;
  title: string;
  body: string;
  numbers: string;
  folded: string;
  bigrams: readonly number[];
  published_at: Date;
  path: string;
}

export interface PortalSchema {
  search_entry: SearchEntryTable;
}

interface OrganRecordView {
  region_id: string;
  organ_id: string;
  parent_id: string | null;
  slug: string;
  name: string;
  kind: TreeKind;
  level: Level;
  path: string;
  /** First day without it; `null` for an organ of today. */
  ended_on: string | null;
  closing_statement: string | null;
}

interface PublishedCellView {
  region_id: string;
  organ_id: string;
  report_year: number;
  cell_id: string;
  state: 'value' | 'blank' | 'text' | 'derived';
  value: number | null;
  raw: string;
}

interface PublishedSettingView {
  /** Of the organ that chose it. */
  path: string;
  key: string;
  value: unknown;
}

export interface PublishedPortalSchema {
  'published.organ_record': OrganRecordView;
  'published.report_cell': PublishedCellView;
  'published.setting': PublishedSettingView;
  'published.search_entry': Omit<SearchEntryTable, 'numbers'>;
}
