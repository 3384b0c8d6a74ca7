/** Size of a page as it is seen: points (1/72 inch) for PDF, pixels for pictures. */
export interface PageSize {
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

export interface BurntMark {
  readonly markId: string;
  readonly page: number;
  /** False when the box had no room for the label, or none was asked for. */
  readonly labelled: boolean;
}

export interface RepeatedText {
  readonly markId: string;
  readonly pages: readonly number[];
}

export interface RedactionReport {
  readonly pages: number;
  readonly marks: readonly BurntMark[];
  /**
   * Marks whose text also stands somewhere outside every mark, with the pages: most likely a place that was
   * forgotten. Found by the text layer, so scanned pages are not covered.
   */
  readonly repeated: readonly RepeatedText[];
  /** Chinese sentences for the officer: what of the source is gone, what may look different. */
  readonly notes: readonly string[];
  /** How many words from under the marks were searched for in the released file, and not found. */
  readonly searchedWords: number;
}

/** A file in which nothing is left under the marks, checked by reading it again. */
export interface Redacted {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly report: RedactionReport;
}
