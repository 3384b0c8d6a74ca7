import type { ScanFinding } from '@zhaoshi/domain/disclosure/scan/finding';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { ReadDocument } from '../documents/read-document.ts';

interface FileTask {
  readonly bytes: Uint8Array;
  /** As people call the file; the content decides what it is. */
  readonly name: string;
}

/** What the process is asked for, one after the other. */
export type Task =
  /** What the scan before publication finds in a file. */
  | (FileTask & { readonly kind: 'scan'; readonly today: CivilDate })
  /** A Word or Excel file without its properties. */
  | (FileTask & { readonly kind: 'strip' })
  /** A file as the draft of a document. */
  | (FileTask & {
      readonly kind: 'readDocument';
      /** Also says what the reading leaves out, which takes a second one. */
      readonly listsLeftOut: boolean;
    });

/** What each task gives when it is not refused; findings quote personal data. */
export interface Answers {
  readonly scan: readonly ScanFinding[];
  readonly strip: Uint8Array;
  readonly readDocument: ReadDocument;
}
