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
  LEAK_ANSWERS,
  type LeakAnswer,
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
import { abilities, civilDate, id, moment, organKey, version } from '../fields.ts';
import { trafficLight } from './application-fields.ts';

/** One of the keys of a table. */
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) =>
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

const leakAnswer = keysOf<LeakAnswer>(LEAK_ANSWERS);

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
    /** The edition that was taken down last, as long as none is public since; reason in words, and what the public reads. */
    withdrawn: z
      .object({
        edition: z.int(),
        at: moment,
        reason: z.string(),
        notice: z.string(),
        hidesExistence: z.boolean(),
      })
      .nullable(),
    /** Taken down because the public should not have seen it: what came of telling persons and authority (个人信息保护法57). */
    leak: z
      .object({ since: moment, persons: leakAnswer.nullable(), authority: leakAnswer.nullable() })
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
    /** Other documents of the organ that are public with the same words and are not named as related; hinders nothing. */
    sameTexts: z.array(
      z.object({ documentId: id, title: z.string(), documentNumber: z.string(), publishedAt: moment }),
    ),
    /** A policy goes together with its interpretation: what is owed when, and what interprets it; `null`: none is owed. */
    interpretation: z
      .object({
        words: z.string(),
        linked: z.array(
          z.object({ documentId: id, title: z.string(), status: documentStatus, isPublic: z.boolean() }),
        ),
      })
      .nullable(),
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

export { refusal as documentRefusalShape };
