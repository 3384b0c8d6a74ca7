import type { ScanKind } from '@zhaoshi/domain/disclosure/scan/finding';
import type { Role } from '@zhaoshi/domain/permission/roles';
import type { ColumnType, Generated } from 'kysely';

/** A finding that blocks, by its key within the file, and who may justify it. */
export interface BlockingFinding {
  readonly key: string;
  readonly roles: readonly Role[];
}

type Json<T> = ColumnType<T, string | undefined, string>;

interface FileScanTable {
  region_id: string;
  file_id: string;
  /** Of the bytes that were looked at. */
  sha256: string;
  state: 'waiting' | 'done' | 'failed';
  /** Code of the reader's refusal. */
  failure: string | null;
  counts: Json<Readonly<Partial<Record<ScanKind, number>>>>;
  blocking: Json<readonly BlockingFinding[]>;
  /** `ScanFinding[]`; quotes personal data. */
  sealed: Generated<string | null>;
  requested_at: Date;
  scanned_at: Date | null;
}

/** A file that was made out of another for publication. */
interface FileCopyTable {
  region_id: string;
  file_id: string;
  source_file_id: string;
  kind: 'redacted' | 'stripped';
  /** `KeptRedaction` of a redacted one. */
  sealed: string | null;
  made_by: string;
  made_at: Date;
}

export interface FileScanSchema {
  file_copy: FileCopyTable;
  file_scan: FileScanTable;
}
