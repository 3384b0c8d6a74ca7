/** What an erasure was of: a sealed file, the numbers on a form, the same in an applicant's record, a contact of the public. */
export type ErasureKind = 'file' | 'form' | 'applicant' | 'voice';

interface ErasureTable {
  region_id: string;
  kind: ErasureKind;
  subject_id: string;
  erased_at: Date;
}

export interface ErasureSchema {
  erasure: ErasureTable;
}
