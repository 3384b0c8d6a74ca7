import type { ScanFinding } from '@zhaoshi/domain/disclosure/scan/finding';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { ReadDocument } from '../documents/read-document.ts';
import type { NamedGrid } from '../read/xlsx/read-grids.ts';
import type { ReadList } from '../read/xlsx/read-rows.ts';
import type { ReadReport } from '../read-report.ts';

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
    })
  /** A file as an annual report; the year decides which form holds where the file says none. */
  | (FileTask & { readonly kind: 'readReport'; readonly reportYear?: number })
  /** A list with a row of headings, of which `needed` are asked for, from a spreadsheet. */
  | { readonly kind: 'readList'; readonly bytes: Uint8Array; readonly needed: readonly string[] }
  /** The visible sheets of a spreadsheet with their merged cells. */
  | { readonly kind: 'readGrids'; readonly bytes: Uint8Array };

/** What each task gives when it is not refused; findings quote personal data. */
export interface Answers {
  readonly scan: readonly ScanFinding[];
  readonly strip: Uint8Array;
  readonly readDocument: ReadDocument;
  readonly readReport: ReadReport;
  readonly readList: ReadList;
  readonly readGrids: readonly NamedGrid[];
}
