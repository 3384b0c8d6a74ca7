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
  'published.report_cell': PublishedCellView;
  'published.setting': PublishedSettingView;
  'published.search_entry': Omit<SearchEntryTable, 'numbers'>;
}
