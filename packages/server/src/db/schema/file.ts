import type { Generated } from 'kysely';

export interface FileTable {
  region_id: string;
  file_id: string;
  organ_id: string;
  /** A label for people; never part of a path. `null` for sealed files. */
  original_name: string | null;
  /** Name, hash and key of a sealed file (`use-cases/files/sealed-file.ts`). */
  sealed: Generated<string | null>;
  media_type: string;
  size: number;
  /** Of the bytes in the storage. */
  sha256: string;
  storage_key: string;
  is_encrypted: boolean;
  /** Drawn anew when it was taken in, without what the camera wrote. */
  is_redrawn: Generated<boolean>;
  state: 'unattached' | 'attached';
  uploaded_by: string;
  uploaded_at: Date;
}
