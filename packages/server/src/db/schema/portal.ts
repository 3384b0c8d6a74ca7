import type { Validity } from '@zhaoshi/domain/disclosure/validity/validity';
import type { Level, TreeKind } from '@zhaoshi/domain/organ/tree';
import type { Genre } from '@zhaoshi/domain/search/published-thing';

/** A thing that the public can find, or one edition of it. */
export interface SearchEntryTable {
  region_id: string;
  entry_id: string;
  kind: 'annualReport' | 'document';
  organ_id: string;
  genre: Genre;
  subject_category: string | null;
  validity: Validity | null;
  date_of_document: string | null;
  published_at: Date;
  published_year: number;
  visible_from: Date;
  visible_until: Date | null;
  document_number: string | null;
  index_number: string | null;
  title: string;
  other_words: string;
  path: string;
  body: string;
  grams: readonly number[];
}

/** One row, or none before the first sample. */
interface SearchSampleTable {
  /** How many there were. */
  entries: number;
  taken_at: Date;
}

interface SearchGramTable {
  gram: number;
  /** In how many of the entries it stands. */
  entries: number;
}

export interface PortalSchema {
  search_entry: SearchEntryTable;
  search_sample: SearchSampleTable;
  search_gram: SearchGramTable;
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
  'published.search_entry': Omit<SearchEntryTable, 'visible_from' | 'visible_until'>;
  'published.search_sample': Pick<SearchSampleTable, 'entries'>;
  'published.search_gram': SearchGramTable;
}
