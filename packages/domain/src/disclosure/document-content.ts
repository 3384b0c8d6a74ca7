import type { CivilDate } from '../kernel/civil-date.ts';
import type { Audience, DisclosureClass, WithholdingGround } from './disclosure-class.ts';
import { type DocumentBody, EMPTY_BODY } from './document-body.ts';
import type { DocumentKind } from './document-kind.ts';
import type { PublicationMatter } from './periods/matters.ts';
import type { StartFact } from './periods/period-rule.ts';

/** How a document stands to another one (publication.md §6, §2 step 9). */
export const DOCUMENT_RELATIONS = {
  amends: '修改',
  repeals: '废止',
  replaces: '代替',
  interprets: '解读',
  forwards: '转发',
  corrects: '更正',
  clarifies: '澄清',
  feedbackOn: '反馈意见征集情况',
} as const;

export type DocumentRelation = keyof typeof DOCUMENT_RELATIONS;

/** Another document: one of this platform, or named by its number and title. */
export interface RelatedDocument {
  readonly relation: DocumentRelation;
  readonly documentId: string | null;
  readonly documentNumber: string;
  readonly title: string;
}

/** A day, beside 生成日期, that a special period runs from. */
export type MatterDay = Exclude<StartFact, 'createdOn'>;

export interface DocumentAttachment {
  readonly fileId: string;
  /** What readers see as its name. */
  readonly name: string;
}

/**
 * Everything of a document that is written, reviewed and published together; one hash is taken of all of it. A draft
 * may lack anything: empty text and `null` mean not given.
 */
export interface DocumentContent {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly documentNumber: string;
  readonly issuingOrgan: string;
  /** 成文日期 */
  readonly dateOfDocument: CivilDate | null;
  /** 生成日期: made or changed; starts the period of 条例26. */
  readonly createdOn: CivilDate | null;
  readonly abstract: string;
  readonly subjectCategory: string;
  readonly keywords: readonly string[];
  readonly source: string;
  readonly disclosureClass: DisclosureClass | null;
  readonly classGround: WithholdingGround | null;
  readonly classReason: string;
  readonly audience: Audience;
  /** Item of 条例20 and 21, such as a20.01. */
  readonly catalogCode: string;
  /** Row of the standard catalogue (标准目录). */
  readonly catalogItemId: string | null;
  /** What it is for the period of publication (条例26 and the special ones), and the days that its periods start from. */
  readonly matter: PublicationMatter;
  readonly matterDays: Partial<Readonly<Record<MatterDay, CivilDate>>>;
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
  /** Last day of a showing (公示), which may not be taken down before. */
  readonly shownUntil: CivilDate | null;
  readonly relations: readonly RelatedDocument[];
  readonly body: DocumentBody;
  readonly attachments: readonly DocumentAttachment[];
  /** What changed against the edition before, for the public. */
  readonly changeNote: string;
}

export const EMPTY_CONTENT: DocumentContent = {
  kind: 'other',
  title: '',
  documentNumber: '',
  issuingOrgan: '',
  dateOfDocument: null,
  createdOn: null,
  abstract: '',
  subjectCategory: '',
  keywords: [],
  source: '',
  disclosureClass: null,
  classGround: null,
  classReason: '',
  audience: 'public',
  catalogCode: '',
  catalogItemId: null,
  matter: 'general',
  matterDays: {},
  validFrom: null,
  validTo: null,
  shownUntil: null,
  relations: [],
  body: EMPTY_BODY,
  attachments: [],
  changeNote: '',
};

/** A value as JSON with the keys of every object in order, so that the same content always has the same hash. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}
