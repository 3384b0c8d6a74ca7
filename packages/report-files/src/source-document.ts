/**
 * The one model between file formats and cells. Every reader turns its format into a `SourceDocument`;
 * one assembler turns that into a report by row label, never by position (annual-report.md §12).
 */

/** Where something stood in the file, as far as the format can tell; pages and lines count from 1. */
export interface Place {
  readonly page?: number;
  readonly line?: number;
  /** Table in the file, then row and column in it, counted from 1. */
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  /** Sheet of a workbook. */
  readonly sheet?: string;
}

export interface GridCell {
  /** Text of the cell; paragraphs inside it are joined by "\n". */
  readonly text: string;
  /** Anchor slot, counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly place: Place;
}

/**
 * A table with merged cells kept as spans. `ragged` means that the format has no real grid (flattened text):
 * then `column` is only the order within the row, and rows may be short.
 */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
  readonly ragged: boolean;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  /** Includes automatic numbering as the page shows it ("一、"). */
  readonly text: string;
  readonly place: Place;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly grid: Grid;
  readonly place: Place;
}

export type Block = ParagraphBlock | TableBlock;

export type FileFormat = 'docx' | 'doc' | 'pdf' | 'html' | 'xlsx' | 'txt' | 'json';

/**
 * What a reader did that a person should know:
 * `normalised` (no doubt about the meaning) · `guessed` (should be looked at) · `notUnderstood` (left out).
 */
export interface ReadNote {
  readonly kind: 'normalised' | 'guessed' | 'notUnderstood';
  /** Stable code for programs, for example `pdf.rows-joined`. */
  readonly code: string;
  /** Chinese sentence for people. */
  readonly message: string;
  readonly place?: Place;
}

export interface SourceDocument {
  readonly format: FileFormat;
  readonly blocks: readonly Block[];
  readonly notes: readonly ReadNote[];
  /** Title, author and the like from the file's properties, for privacy checks. */
  readonly properties: Readonly<Record<string, string>>;
}
