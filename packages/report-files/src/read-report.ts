import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import type { FileFormat, Place, ReadNote } from './source-document.ts';

/** An annual report read from a file: the report as printed, where each cell stood, and what the reader did. */
export interface ReadReport {
  readonly format: FileFormat;
  readonly report: AnnualReport;
  readonly provenance: Readonly<Partial<Record<CellId, Place>>>;
  readonly notes: readonly ReadNote[];
}
