export interface FileTable {
  region_id: string;
  file_id: string;
  organ_id: string;
  /** A label for people; never part of a path. */
  original_name: string;
  media_type: string;
  size: number;
  sha256: string;
  storage_key: string;
  is_encrypted: boolean;
  state: 'unattached' | 'attached';
  uploaded_by: string;
  uploaded_at: Date;
}
