import type { DocumentRelation } from '../disclosure/document-content.ts';
import { normalizeDocumentNumber } from '../disclosure/document-number/document-number.ts';
import type { RegisterDocument, RegisterRow } from '../disclosure/validity/normative-register.ts';
import { effectOf, type ValidityRelation } from '../disclosure/validity/validity.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';

/** How a document of before the platform came to its end. */
export const RECORDED_ENDS = {
  repealed: '废止',
  expired: '失效',
} as const;

export type RecordedEndKind = keyof typeof RECORDED_ENDS;

/** An end that was decided outside the platform. */
export interface RecordedEnd {
  readonly kind: RecordedEndKind;
  /** First day on which it is no longer valid. */
  readonly on: CivilDate;
  /** The decision, or what makes it end. */
  readonly ground: string;
}

/** A document entered into the register by hand: made before the platform, or ended by something that is not on it. */
export interface RecordedDocument {
  readonly recordId: string;
  readonly row: RegisterRow;
  readonly title: string;
  readonly documentNumber: string;
  readonly dateOfDocument: CivilDate;
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
  readonly end: RecordedEnd | null;
}

/** A document of the platform whose minute has come, withdrawn from the public or not. */
export interface PublishedNormative {
  readonly documentId: string;
  readonly row: RegisterRow;
  readonly title: string;
  readonly documentNumber: string;
  readonly dateOfDocument: CivilDate;
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
}

/** What a document of the platform says of another one, by its id or its number. */
export interface StatedRelation {
  readonly kind: DocumentRelation;
  readonly documentId: string;
  readonly otherDocumentId: string | null;
  readonly otherNumber: string;
  readonly effectiveOn: CivilDate;
}

/** The register as `registerOn` and `tableTwoRow` take it. Ids are those of documents, or of records without one. */
export interface NormativeRegister {
  readonly documents: readonly RegisterDocument[];
  readonly relations: readonly ValidityRelation[];
  /** The record behind a document, where there is one. */
  readonly recordOf: ReadonlyMap<string, RecordedDocument>;
}

const numberKey = (text: string): string => normalizeDocumentNumber(text) ?? text.replaceAll(/\s/gu, '');

const earlierOf = (a: CivilDate | null, b: CivilDate | null): CivilDate | null =>
  a === null || (b !== null && b < a) ? b : a;

/** 失效 is the last day of validity, 废止 an act upon the document. */
const endedBy = (end: RecordedEnd | null, validTo: CivilDate | null): CivilDate | null =>
  end?.kind === 'expired' ? earlierOf(validTo, addDays(end.on, -1)) : validTo;

const asDocument = (
  id: string,
  given: Omit<PublishedNormative, 'documentId'>,
  end: RecordedEnd | null,
): RegisterDocument => ({
  id,
  row: given.row,
  title: given.title,
  documentNumber: given.documentNumber,
  dateOfDocument: given.dateOfDocument,
  validFrom: given.validFrom ?? given.dateOfDocument,
  validTo: endedBy(end, given.validTo),
});

const repealBy = (id: string, { recordId, end }: RecordedDocument): readonly ValidityRelation[] =>
  end?.kind === 'repealed' ? [{ kind: 'repeals', from: recordId, to: id, effectiveOn: end.on }] : [];

/**
 * One register out of what was published and what was entered by hand. A record with the number of a published document
 * is that document: it is counted once, by what was published, and only its end is taken from the record.
 */
export function normativeRegister(
  published: readonly PublishedNormative[],
  records: readonly RecordedDocument[],
  stated: readonly StatedRelation[],
): NormativeRegister {
  const byNumber = new Map<string, string>();
  for (const { documentNumber, documentId } of published) {
    if (documentNumber !== '') byNumber.set(numberKey(documentNumber), documentId);
  }
  const recordOf = new Map<string, RecordedDocument>();
  for (const record of records) {
    const id = byNumber.get(numberKey(record.documentNumber)) ?? record.recordId;
    recordOf.set(id, record);
    byNumber.set(numberKey(record.documentNumber), id);
  }
  const isPublished = new Set(published.map(({ documentId }) => documentId));
  const own = [...recordOf].filter(([id]) => !isPublished.has(id));
  const known = new Set([...isPublished, ...recordOf.keys()]);
  const relations = stated.flatMap(({ kind, documentId, otherDocumentId, otherNumber, effectiveOn }) => {
    const named = otherNumber === '' ? undefined : byNumber.get(numberKey(otherNumber));
    const to = otherDocumentId !== null && known.has(otherDocumentId) ? otherDocumentId : named;
    return to !== undefined && effectOf(kind) !== null ? [{ kind, from: documentId, to, effectiveOn }] : [];
  });
  return {
    documents: [
      ...published.map((one) => asDocument(one.documentId, one, recordOf.get(one.documentId)?.end ?? null)),
      ...own.map(([id, record]) => asDocument(id, record, record.end)),
    ],
    relations: [...relations, ...[...recordOf].flatMap(([id, record]) => repealBy(id, record))],
    recordOf,
  };
}
