interface EntryFacts {
  sequence: number;
  recorded_at: Date;
  actor: string;
  action: string;
  subject: string;
  /** JSON text as it was hashed. */
  details: string;
  previous_sha256: string;
  previous_sm3: string;
  sha256: string;
  sm3: string;
}

interface CheckView {
  check_code: string;
  region_id: string;
  organ_id: string;
  document_id: string;
  edition: number;
  public_name: string;
  published_at: Date;
  /** `null` of what was withdrawn, like `content_sha256`. */
  title: string | null;
  content_sha256: string | null;
  withdrawn_at: Date | null;
  superseded_at: Date | null;
}

interface DocumentEntryView extends EntryFacts {
  region_id: string;
  organ_id: string;
  document_id: string;
  edition: number;
  public_name: string;
}

interface CheckpointView {
  day: string;
  sequence: number;
  sha256: string;
  sm3: string;
  signed_at: Date;
  public_key: string;
  signature: string;
}

export interface PublishedProofSchema {
  'published.document_check': CheckView;
  'published.document_entry': DocumentEntryView;
  'published.sealed_entry': Pick<EntryFacts, 'sequence' | 'sha256' | 'sm3'>;
  'published.publication_seal': EntryFacts;
  'published.checkpoint': CheckpointView;
}
