interface LinkEditionTable {
  region_id: string;
  document_id: string;
  edition: number;
}

interface DocumentLinkTable {
  region_id: string;
  document_id: string;
  edition: number;
  address: string;
  failures: number;
  checked_at: Date | null;
  dead_since: Date | null;
  check_at: Date;
}

export interface LinkSchema {
  link_edition: LinkEditionTable;
  document_link: DocumentLinkTable;
}
