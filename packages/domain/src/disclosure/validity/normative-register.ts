import { type CivilDate, firstDayOf, lastDayOf } from '../../kernel/civil-date.ts';
import { type ValidityDocument, type ValidityRelation, type ValidityResult, validityOn } from './validity.ts';

/** The two rows of table two that are counted from documents (条例20(1), 国办公开办函〔2021〕30号). */
export type RegisterRow = 'administrativeRule' | 'normativeDocument';

/** A 规章 or a normative document in the register. */
export interface RegisterDocument extends ValidityDocument {
  readonly row: RegisterRow;
  readonly title: string;
  readonly documentNumber: string;
  /** 成文日期: the year it was made in. */
  readonly dateOfDocument: CivilDate;
}

export interface RegisterEntry {
  readonly document: RegisterDocument;
  readonly standing: ValidityResult;
}

/** The register as it stood at the end of a day; documents made later are not in it yet. */
export const registerOn = (
  documents: readonly RegisterDocument[],
  relations: readonly ValidityRelation[],
  on: CivilDate,
): readonly RegisterEntry[] =>
  documents
    .filter(({ dateOfDocument }) => dateOfDocument <= on)
    .map((document) => ({ document, standing: validityOn(document, relations, on) }));

/** The three cells of a row of table two, each as the documents behind it, so that a figure opens into its list. */
export interface TableTwoRow {
  /** 本年制发件数: date of the document in the year. */
  readonly made: readonly RegisterEntry[];
  /** 本年废止件数: ended in the year, by a repealing document or, with `countsExpired`, by running out. */
  readonly repealed: readonly RegisterEntry[];
  /** 现行有效件数: in force at the end of the year or of `upTo`, not yet in force included, because they are valid documents. */
  readonly inForce: readonly RegisterEntry[];
}

export interface TableTwoOptions {
  /** Whether 失效 counts as 废止; the form does not say [U]. Default: yes, so that the stock ties out from year to year. */
  readonly countsExpired?: boolean;
  /** Counts up to this day of the year instead of 31 December. */
  readonly upTo?: CivilDate;
}

/** Documents of one row for a report year, made, repealed and in force (table two, 20(1)). */
export function tableTwoRow(
  row: RegisterRow,
  year: number,
  documents: readonly RegisterDocument[],
  relations: readonly ValidityRelation[],
  { countsExpired = true, upTo }: TableTwoOptions = {},
): TableTwoRow {
  const first = firstDayOf(year);
  const last = upTo ?? lastDayOf(year);
  const ofRow = documents.filter((document) => document.row === row);
  const entries = registerOn(ofRow, relations, last);
  const ended = entries.filter(({ standing: { validity, since } }) => {
    const isEnd = validity === 'repealed' || (countsExpired && validity === 'expired');
    return isEnd && since !== null && first <= since && since <= last;
  });
  return {
    made: entries.filter(({ document: { dateOfDocument } }) => dateOfDocument >= first),
    repealed: ended,
    inForce: entries.filter(
      ({ standing: { validity } }) => validity !== 'repealed' && validity !== 'expired',
    ),
  };
}
