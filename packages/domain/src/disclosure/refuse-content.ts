import type { CivilDate } from '../kernel/civil-date.ts';
import { bodyText, hasUnnamedPicture } from './document-body.ts';
import type { DocumentContent } from './document-content.ts';
import type { DocumentKind } from './document-kind.ts';
import { type DocumentRefusal, refuseIf } from './document-refusals.ts';
import { type RelationsOnFile, refuseRelations } from './validity/refuse-relations.ts';

/** Official documents, which carry number, issuer and date (publication.md §6). */
const OFFICIAL: ReadonlySet<DocumentKind> = new Set([
  'administrativeRule',
  'normativeDocument',
  'policyDocument',
]);

const isBlank = (text: string): boolean => text.trim() === '';

/** Class, ground and reason at the source (国办发〔2016〕80号): what is missing sends the document back. */
function refuseClass({
  disclosureClass,
  classGround,
  classReason,
}: DocumentContent): readonly DocumentRefusal[] {
  if (disclosureClass === null) return refuseIf(true, 'class-missing', 'content.disclosureClass');
  return [
    ...refuseIf(
      disclosureClass === 'withheld' && classGround === null,
      'ground-missing',
      'content.classGround',
    ),
    ...refuseIf(
      disclosureClass !== 'proactive' && isBlank(classReason),
      'class-reason-missing',
      'content.classReason',
    ),
  ];
}

const refuseOfficial = (content: DocumentContent): readonly DocumentRefusal[] => [
  ...refuseIf(isBlank(content.documentNumber), 'number-missing', 'content.documentNumber'),
  ...refuseIf(isBlank(content.issuingOrgan), 'issuer-missing', 'content.issuingOrgan'),
  ...refuseIf(content.dateOfDocument === null, 'document-date-missing', 'content.dateOfDocument'),
];

/**
 * What the public catalogue needs of every item: its place, its subject, and the summary that a catalogue has by law beside
 * index, name and date (条例12; publication.md §6).
 */
export const refuseForCatalogue = (content: DocumentContent): readonly DocumentRefusal[] => [
  ...refuseIf(isBlank(content.catalogCode), 'category-missing', 'content.catalogCode'),
  ...refuseIf(isBlank(content.subjectCategory), 'subject-missing', 'content.subjectCategory'),
  ...refuseIf(isBlank(content.abstract), 'abstract-missing', 'content.abstract'),
];

/** What a content is looked at with. */
export interface ContentCircumstances {
  /** From the second on the public is told what changed. */
  readonly edition: number;
  readonly today: CivilDate;
  /** The item of the standard catalogue that it names is not one of the organ's. */
  readonly hasForeignItem: boolean;
  /** Another document of the organ that is public bears the same number. */
  readonly isNumberTaken: boolean;
  readonly documentId: string;
  readonly onFile: RelationsOnFile;
}

/** What a document lacks to be submitted for review; saving a draft never asks this. */
export function refuseContent(
  content: DocumentContent,
  { edition, today, hasForeignItem, isNumberTaken, documentId, onFile }: ContentCircumstances,
): readonly DocumentRefusal[] {
  const { createdOn, dateOfDocument, validFrom, validTo } = content;
  return [
    ...refuseIf(isBlank(content.title), 'title-missing', 'content.title'),
    ...refuseIf(
      isBlank(bodyText(content.body)) && content.attachments.length === 0,
      'body-missing',
      'content.body',
    ),
    ...refuseIf(hasUnnamedPicture(content.body), 'picture-unnamed', 'content.body'),
    ...refuseClass(content),
    ...refuseIf(createdOn === null, 'created-missing', 'content.createdOn'),
    ...refuseIf(createdOn !== null && createdOn > today, 'future-created', 'content.createdOn'),
    ...refuseIf(
      dateOfDocument !== null && dateOfDocument > today,
      'future-document',
      'content.dateOfDocument',
    ),
    ...refuseIf(
      validFrom !== null && validTo !== null && validFrom > validTo,
      'dates-reversed',
      'content.validTo',
    ),
    ...(OFFICIAL.has(content.kind) ? refuseOfficial(content) : []),
    ...refuseIf(isNumberTaken && OFFICIAL.has(content.kind), 'number-taken', 'content.documentNumber'),
    ...(content.disclosureClass === 'proactive' ? refuseForCatalogue(content) : []),
    ...refuseIf(hasForeignItem, 'item-foreign', 'content.catalogItemId'),
    ...refuseIf(edition > 1 && isBlank(content.changeNote), 'change-note-missing', 'content.changeNote'),
    ...refuseRelations(documentId, content, onFile),
  ];
}
