interface CheckpointTable {
  /** Civil date in China. */
  day: string;
  sequence: number;
  sha256: string;
  sm3: string;
  signed_at: Date;
  public_key: string;
  signature: string;
}

export interface CheckpointSchema {
  checkpoint: CheckpointTable;
}
