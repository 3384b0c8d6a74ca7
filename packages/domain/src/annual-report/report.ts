import type { CivilDate } from '../kernel/civil-date.ts';
import type { CellId, FormVersion, RowId, SectionId, TableId, TextPlace } from './ids.ts';

/**
 * One figure as it stands in a report. Blank, zero and "not applicable" are never mixed:
 * - `value`: a figure was printed (possibly with a unit or a remark beside it, kept apart);
 * - `blank`: the cell is there but holds nothing, or only a mark such as "/", "-", "无";
 * - `text`: the cell holds words from which no figure can be read;
 * - `derived`: the figure was not printed on its own but worked out (glued digits split by the tie-outs),
 *   so it must not be used to test the equation it was worked out from.
 * A cell that the source does not have at all is absent from the record.
 */
export interface CellValue {
  readonly state: 'value' | 'blank' | 'text' | 'derived';
  /** The figure; `null` for `blank` and `text`. */
  readonly value: number | null;
  /** The characters of the source, untouched. */
  readonly raw: string;
  /** A unit printed in the cell, for example "万元". */
  readonly unit?: string;
  /** A remark printed in the cell, for example "其中修订16件". */
  readonly footnote?: string;
}

export type CellValues = Readonly<Partial<Record<CellId, CellValue>>>;

/** `organKind` decides which duties apply: rule-making power (AR-T2-01), 条例50(4) (AR-NAR-03). */
export type OrganKind =
  | 'township'
  | 'subdistrictOffice'
  | 'department'
  | 'governmentOrgan'
  | 'countyGovernment'
  | 'cityGovernment'
  | 'provinceGovernment';

export interface ReportSection {
  /** Heading as printed, including its number. */
  readonly heading: string;
  /** Text of the part without its tables, one string a paragraph. */
  readonly paragraphs: readonly string[];
}

export interface Signature {
  readonly organ: string | null;
  readonly date: CivilDate | null;
  readonly raw: string;
}

/** How a table stood in the source, for the form rules (AR-FRM-08/09). */
export interface TableAsFound {
  readonly table: TableId;
  readonly missingRows: readonly RowId[];
  readonly duplicateRows: readonly RowId[];
  /** Rows that the form does not know, by their label. */
  readonly extraRows: readonly string[];
  /** Labels that were understood but differ from the template beyond spaces, width and punctuation. */
  readonly deviatingLabels: readonly string[];
  /** True when the source shows the table as running text without cell borders. */
  readonly flattened: boolean;
}

/** What only a source file can tell; absent for a report that was born in the platform. */
export interface SourceStructure {
  /** Every main heading in the order found, repeated ones included. */
  readonly headings: readonly { readonly section: SectionId; readonly text: string }[];
  readonly tables: readonly TableAsFound[];
  /** Machine leftovers removed from the text, for example "[bookmark: _GoBack]", and where they stood. */
  readonly leftovers: readonly { readonly section: TextPlace; readonly text: string }[];
  /**
   * Title, author and the like from the file's properties, for the privacy check alone: they may name people, so
   * they are neither printed nor written into any output.
   */
  readonly properties?: Readonly<Record<string, string>>;
}

/** An annual report as data: what is printed, nothing repaired. */
export interface AnnualReport {
  /** Title as printed, `null` when the source has none. */
  readonly title: string | null;
  /** Name of the reporting organ, from title or signature. */
  readonly organ: string | null;
  readonly organKind: OrganKind | null;
  readonly reportYear: number | null;
  /** The form each table was found to follow; one report may mix them (AR-FRM-01). */
  readonly tableForms: Readonly<Partial<Record<TableId, FormVersion>>>;
  readonly preamble: readonly string[];
  readonly sections: Readonly<Partial<Record<SectionId, ReportSection>>>;
  readonly signature: Signature | null;
  readonly cells: CellValues;
  readonly structure?: SourceStructure;
}
