import { inBookMarks } from '../../kernel/book-marks.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { DocumentContent, RelatedDocument } from '../document-content.ts';
import type { DocumentRefusal } from '../document-refusals.ts';
import { type CheckedDocument, checkRelation } from './check-relations.ts';
import type { ValidityRelation } from './validity.ts';

/** What is on file about the documents that a content names by their id. */
export interface RelationsOnFile {
  readonly documents: ReadonlyMap<string, CheckedDocument>;
  /** What other documents already do to them, and they to others; without those of the document itself. */
  readonly relations: readonly ValidityRelation[];
}

const FIELD = 'content.relations';

/** First day of a document: in force, else its own day, else the day it was made. */
const firstDay = ({ validFrom, dateOfDocument, createdOn }: DocumentContent): CivilDate | null =>
  validFrom ?? dateOfDocument ?? createdOn;

/**
 * Feedback on a consultation (决策条例16) leads the public back to the draft that it was asked about; one that never went
 * public was no consultation, and its title is nobody's to read.
 */
const refuseFeedback = (
  self: string,
  { relations }: DocumentContent,
  documents: RelationsOnFile['documents'],
): readonly DocumentRefusal[] =>
  relations.flatMap(({ relation, documentId, title }) =>
    relation !== 'feedbackOn' || documentId === null || documentId === self || documents.has(documentId)
      ? []
      : [
          {
            code: 'relation-wrong',
            message: `${inBookMarks(title)}还没有公开，不能反馈它的意见征集情况。请先公开征求意见稿，或者改选已经公开的那一份。`,
            field: FIELD,
          },
        ],
  );

/**
 * What is wrong with the relations of a document, before it is published (check 11 of publication.md §9). Documents that
 * are named by number and title only, or are not on file here, cannot be checked; what feedback is given on must be.
 */
export function refuseRelations(
  documentId: string,
  content: DocumentContent,
  { documents, relations }: RelationsOnFile,
): readonly DocumentRefusal[] {
  const unpublished = refuseFeedback(documentId, content, documents);
  const effectiveOn = firstDay(content);
  if (effectiveOn === null) return unpublished;
  const { title, dateOfDocument, validTo } = content;
  const known = new Map(documents).set(documentId, {
    id: documentId,
    title,
    dateOfDocument,
    validFrom: effectiveOn,
    validTo,
  });
  const asRelation = ({ relation, documentId: to }: RelatedDocument): readonly ValidityRelation[] =>
    to === null || !known.has(to) ? [] : [{ kind: relation, from: documentId, to, effectiveOn }];
  const stated = content.relations.flatMap(asRelation);
  const wrong = stated.flatMap((relation, place) =>
    checkRelation(relation, known, [...relations, ...stated.slice(0, place)]).map(
      ({ message }): DocumentRefusal => ({ code: 'relation-wrong', message, field: FIELD }),
    ),
  );
  return [...unpublished, ...wrong];
}
