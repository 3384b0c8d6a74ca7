import {
  AUDIENCES,
  type Audience,
  DISCLOSURE_CLASSES,
  type DisclosureClass,
  WITHHOLDING_GROUNDS,
  type WithholdingGround,
} from '@zhaoshi/domain/disclosure/disclosure-class';
import {
  COORDINATION_RESULTS,
  type CoordinationResult,
  WITHDRAWAL_KINDS,
  type WithdrawalKind,
} from '@zhaoshi/domain/disclosure/document-act';
import {
  DOCUMENT_RELATIONS,
  type DocumentRelation,
  type MatterDay,
} from '@zhaoshi/domain/disclosure/document-content';
import { DOCUMENT_KINDS, type DocumentKind } from '@zhaoshi/domain/disclosure/document-kind';
import { DOCUMENT_STATUSES, type DocumentStatus } from '@zhaoshi/domain/disclosure/document-status';
import { DOCUMENT_TRANSITIONS } from '@zhaoshi/domain/disclosure/document-transitions';
import { PUBLICATION_MATTER_NAMES, type PublicationMatter } from '@zhaoshi/domain/disclosure/periods/matters';
import { START_FACTS } from '@zhaoshi/domain/disclosure/periods/period-rule';
import {
  SECRECY_CONCLUSIONS,
  SECRECY_QUESTIONS,
  type SecrecyConclusion,
  type SecrecyQuestion,
} from '@zhaoshi/domain/disclosure/secrecy-review';
import { z } from 'zod';
import { abilities, civilDate, id, moment, organKey, role, version } from '../fields.ts';
import { trafficLight } from './application-fields.ts';

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) =>
  z.enum(Object.keys(table) as [K, ...K[]]);

export const documentKind = keysOf<DocumentKind>(DOCUMENT_KINDS);
export const documentStatus = keysOf<DocumentStatus>(DOCUMENT_STATUSES);
export const disclosureClass = keysOf<DisclosureClass>(DISCLOSURE_CLASSES);
export const withdrawalKind = keysOf<WithdrawalKind>(WITHDRAWAL_KINDS);
export const secrecyConclusion = keysOf<SecrecyConclusion>(SECRECY_CONCLUSIONS);
export const coordinationResult = keysOf<CoordinationResult>(COORDINATION_RESULTS);
export const secrecyAnswers = z.record(
  keysOf<SecrecyQuestion>(SECRECY_QUESTIONS),
  z.enum(['no', 'removed', 'yes']),
);

/** Text of a draft: may be empty and is never refused for what it lacks, only for what no document has. */
const text = (longest: number) => z.string('应为文字').trim().max(longest, `不超过 ${longest} 字`);
const day = civilDate.nullable();
const { createdOn: _, ...MATTER_DAYS } = START_FACTS;

/** What a caller sends of a document; the body as the editor has it, of which the server keeps what a document has. */
export const documentContentInput = z.strictObject({
  kind: documentKind,
  title: text(300),
  documentNumber: text(100),
  issuingOrgan: text(200),
  dateOfDocument: day,
  createdOn: day,
  abstract: text(2000),
  subjectCategory: text(200),
  keywords: z.array(text(40)).max(20, '不超过 20 个'),
  source: text(200),
  disclosureClass: disclosureClass.nullable(),
  classGround: keysOf<WithholdingGround>(WITHHOLDING_GROUNDS).nullable(),
  classReason: text(1000),
  audience: keysOf<Audience>(AUDIENCES),
  catalogCode: text(20),
  catalogItemId: id.nullable(),
  matter: z.enum(PUBLICATION_MATTER_NAMES as [PublicationMatter, ...PublicationMatter[]]),
  matterDays: z.partialRecord(keysOf<MatterDay>(MATTER_DAYS), civilDate),
  validFrom: day,
  validTo: day,
  shownUntil: day,
  relations: z
    .array(
      z.strictObject({
        relation: keysOf<DocumentRelation>(DOCUMENT_RELATIONS),
        documentId: id.nullable(),
        documentNumber: text(100),
        title: text(300),
      }),
    )
    .max(50, '不超过 50 件'),
  /** ProseMirror JSON. */
  body: z.unknown(),
  attachments: z.array(z.strictObject({ fileId: id, name: text(200) })).max(100, '不超过 100 个'),
  changeNote: text(1000),
});

export const documentContent = documentContentInput.meta({ id: 'DocumentContent' });

export const documentRow = z
  .object({
    ...organKey,
    organName: z.string(),
    documentId: id,
    title: z.string(),
    kind: documentKind,
    status: documentStatus,
    edition: z.int(),
    documentNumber: z.string(),
    disclosureClass: disclosureClass.nullable(),
    dueOn: day,
    isProvisional: z.boolean(),
    /** How near `dueOn` is; `null` where nothing is to be published any more. */
    light: trafficLight.nullable(),
    scheduledFor: moment.nullable(),
    /** Something of it is public now. */
    isPublic: z.boolean(),
    awaitsThirdPerson: z.boolean(),
    updatedAt: moment,
    lastWriterName: z.string(),
  })
  .meta({ id: 'DocumentRow' });

const refusal = z.object({ code: z.string(), message: z.string(), field: z.string().optional() });

export const documentActName = keysOf<keyof typeof DOCUMENT_TRANSITIONS>(DOCUMENT_TRANSITIONS);

export const documentDetail = z
  .object({
    ...documentRow.shape,
    version,
    content: documentContent,
    /** What was submitted last: its number, hash and class; the review speaks of it. */
    revision: z.object({ number: z.int(), sha256: z.string(), disclosureClass }).nullable(),
    secrecyReview: z
      .object({ sha256: z.string(), answers: secrecyAnswers, conclusion: secrecyConclusion })
      .nullable(),
    /** Talks with other organs about what is under review, in the order of asking; `null`: no result yet. */
    coordinations: z.array(
      z.object({
        coordinationId: id,
        organ: z.string(),
        matter: z.string(),
        result: coordinationResult.nullable(),
      }),
    ),
    justifiedFindings: z.array(z.string()),
    publicEdition: z
      .object({
        edition: z.int(),
        /** Which of the submitted versions it is. */
        revision: z.int(),
        since: moment,
        publicPath: z.string(),
        checkCode: z.string(),
      })
      .nullable(),
    indexNumber: z.string().nullable(),
    /** Why the period ends on that day: the rule and its words. */
    deadline: z
      .object({
        dueOn: day,
        ruleTitle: z.string(),
        words: z.string(),
        source: z.string(),
        isLate: z.boolean(),
        isProvisional: z.boolean(),
        missing: z.string().nullable(),
      })
      .nullable(),
    /** Acts that the status and the caller's roles allow, in the order of the table, with what is against each now. */
    acts: z.array(
      z.object({ type: documentActName, title: z.string(), law: z.string(), refusals: z.array(refusal) }),
    ),
    /** What the content lacks to be submitted. */
    lacks: z.array(refusal),
    history: z.array(
      z.object({
        sequence: z.int(),
        type: documentActName,
        title: z.string(),
        at: moment,
        by: z.string(),
        /** What was decided, in words. */
        facts: z.array(z.object({ label: z.string(), words: z.string() })),
        texts: z.record(z.string(), z.string()),
      }),
    ),
    abilities,
  })
  .meta({ id: 'Document' });

/** Where a finding stands: a field, a text of the body by the indexes that lead to it, or a name of an attachment. */
const findingPlace = z.union([
  z.object({ field: z.enum(['title', 'abstract', 'source', 'changeNote', 'keywords']) }),
  z.object({ path: z.array(z.int()) }),
  z.object({ attachment: z.int() }),
]);

/** What the scan before publication found. */
export const documentFinding = z
  .object({
    /** Names the finding within the version that was scanned; a justification names it so. */
    key: z.string(),
    kind: z.string(),
    title: z.string(),
    severity: z.enum(['blocks', 'warns']),
    /** "第2段", "第1个表第3行第2列". */
    place: z.string(),
    at: findingPlace,
    /** Characters (UTF-16 units) of the text at the place; `end` is behind the last one. */
    start: z.int(),
    end: z.int(),
    /** What was found, and what should stand there instead: only for those who write or handle the document. */
    text: z.string().nullable(),
    mask: z.string().nullable(),
    reason: z.string(),
    source: z.string(),
    /** Roles that may let it stand; empty: it must go. */
    justifiedBy: z.array(role),
    isJustified: z.boolean(),
  })
  .meta({ id: 'DocumentFinding' });

/** What the scan found in a file of the document, and whether it could look into it. */
export const documentFileScan = z
  .object({
    fileId: id,
    /** As the document shows it; the picture's description where it stands in the text. */
    name: z.string(),
    /** waiting: nothing of the document is published before it is done; failed: a person must look and justify. */
    state: z.enum(['waiting', 'done', 'failed']),
    findings: z.array(documentFinding.omit({ at: true, start: true, end: true, mask: true })),
  })
  .meta({ id: 'DocumentFileScan' });

export { refusal as documentRefusalShape };
