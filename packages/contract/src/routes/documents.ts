import {
  LEAK_ANSWERS,
  LEAK_DUTIES,
  type LeakAnswer,
  type LeakDuty,
  READING_PLACES,
  type ReadingPlace,
  SIGNED_DOCUMENT_ACTS,
} from '@zhaoshi/domain/disclosure/document-act';
import { DOCUMENT_DUTIES, type DocumentDuty } from '@zhaoshi/domain/disclosure/reminders/duties';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { civilDate, id, moment, organParams } from '../fields.ts';
import { page, pageQuery } from '../page.ts';
import {
  coordinationResult,
  disclosureClass,
  documentContent,
  documentContentInput,
  documentDetail,
  documentKind,
  documentRefusalShape,
  documentRow,
  documentStatus,
  keysOf,
  secrecyAnswers,
  secrecyConclusion,
  withdrawalKind,
} from './document-fields.ts';
import { documentFileScan, documentFinding } from './document-findings.ts';

export const documentParams = z.object({ regionId: id, documentId: id });

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, '校验值格式不对');
const plain = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });

/** What a caller may do to a document; hashes say which version was looked at, ids of new things are the server's. */
export const documentAct = z.discriminatedUnion('type', [
  plain('submit'),
  plain('takeBack'),
  plain('agreeInUnit'),
  plain('sendBack'),
  z.strictObject({
    type: z.literal('recordSecrecyReview'),
    sha256,
    answers: secrecyAnswers,
    conclusion: secrecyConclusion,
  }),
  z.strictObject({ type: z.literal('justifyFinding'), finding: z.string().max(100) }),
  plain('askCoordination'),
  z.strictObject({
    type: z.literal('endCoordination'),
    coordinationId: id,
    result: coordinationResult,
  }),
  z.strictObject({ type: z.literal('passReview'), sha256 }),
  plain('report'),
  z.strictObject({ type: z.literal('resolveReport'), mayBePublished: z.boolean() }),
  z.strictObject({ type: z.literal('approve'), sha256, disclosureClass }),
  plain('publish'),
  z.strictObject({ type: z.literal('schedule'), minute: moment }),
  plain('cancelSchedule'),
  plain('publishUrgently'),
  plain('approveAfterwards'),
  plain('declineAfterwards'),
  z.strictObject({ type: z.literal('withdraw'), kind: withdrawalKind, hidesExistence: z.boolean() }),
  z.strictObject({
    type: z.literal('followUpLeak'),
    duty: keysOf<LeakDuty>(LEAK_DUTIES),
    answer: keysOf<LeakAnswer>(LEAK_ANSWERS),
    on: civilDate,
  }),
  plain('revise'),
  plain('discard'),
  z.strictObject({ type: z.literal('reevaluate'), on: civilDate, keeps: z.boolean() }),
  z.strictObject({
    type: z.literal('handOver'),
    place: keysOf<ReadingPlace>(READING_PLACES),
    on: civilDate,
  }),
]);

export type DocumentActInput = z.infer<typeof documentAct>;

export const documentCommand = z.strictObject({
  act: documentAct,
  texts: z.record(z.string().max(40), z.string().trim().max(4000, '不超过 4000 字')).default({}),
});

const documentDuty = keysOf<DocumentDuty>(DOCUMENT_DUTIES);

/** What the list may be narrowed to; all of it together. */
export const documentFilter = z.strictObject({
  organId: id.optional(),
  status: documentStatus.optional(),
  /** waiting: for a review, signature or publication; public; overdue: the period is over and nothing is public. */
  stage: z.enum(['drafts', 'waiting', 'public', 'overdue', 'notPublic']).optional(),
  kind: documentKind.optional(),
  disclosureClass: disclosureClass.optional(),
  catalogCode: z.string().max(20).optional(),
  catalogItemId: id.optional(),
  /** What a public document still lacks. */
  owes: documentDuty.optional(),
  q: z.string().trim().max(100).optional(),
});

export type DocumentFilterInput = z.infer<typeof documentFilter>;

export const documentRoutes = {
  search: defineRoute({
    id: 'documents.search',
    method: 'POST',
    path: '/api/documents/search',
    summary: '主动公开文件列表，最近改动的在前',
    permission: 'document.read',
    changesNothing: true,
    body: z.strictObject({ ...pageQuery.shape, ...documentFilter.shape }),
    response: page(documentRow),
  }),
  create: defineRoute({
    id: 'documents.create',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/documents',
    summary: '新建一份文件草稿；可以什么都没填',
    permission: 'document.write',
    audit: 'document.create',
    params: organParams,
    body: z.strictObject({ content: documentContentInput.partial() }),
    response: z.object({ regionId: id, documentId: id }),
    creates: true,
    problems: ['not-found'],
  }),
  read: defineRoute({
    id: 'documents.read',
    method: 'GET',
    path: '/api/documents/:regionId/:documentId',
    summary: '一份文件：草稿、审查情况、公开情况和经过',
    permission: 'document.read',
    params: documentParams,
    response: documentDetail,
    versioned: true,
    problems: ['not-found'],
  }),
  save: defineRoute({
    id: 'documents.save',
    method: 'PUT',
    path: '/api/documents/:regionId/:documentId/draft',
    summary: '保存草稿；缺什么都可以先保存',
    permission: 'document.write',
    audit: 'document.save',
    params: documentParams,
    body: z.strictObject({ content: documentContentInput }),
    response: documentDetail.extend({
      /** What the editor had that a document cannot have, by name; the rest was kept. */
      dropped: z.array(z.string()),
      /** The text is longer than a document may be and was cut. */
      isCut: z.boolean(),
    }),
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  act: defineRoute({
    id: 'documents.act',
    method: 'POST',
    path: '/api/documents/:regionId/:documentId/acts',
    summary: '办理一步；状态、角色和审查要求不允许的不接受并说明全部原因',
    permission: 'document.handle',
    audit: 'document.act',
    params: documentParams,
    body: documentCommand,
    freshSecondFactor: z.object({ act: z.object({ type: z.enum(SIGNED_DOCUMENT_ACTS) }) }),
    response: documentDetail,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  preview: defineRoute({
    id: 'documents.preview',
    method: 'POST',
    path: '/api/documents/:regionId/:documentId/preview',
    summary: '预览：这一步现在能不能做，做了以后是什么状态；不做任何改动',
    permission: 'document.handle',
    changesNothing: true,
    params: documentParams,
    body: documentCommand,
    response: z.object({ status: documentStatus, refusals: z.array(documentRefusalShape) }),
    problems: ['not-found'],
  }),
  scan: defineRoute({
    id: 'documents.scan',
    method: 'POST',
    path: '/api/documents/:regionId/:documentId/scan',
    summary: '公开前检查：个人信息、标密标识、错误用语、问题链接在哪里；不做任何改动',
    permission: 'document.read',
    changesNothing: true,
    params: documentParams,
    body: z.strictObject({
      /** What is being written and is not saved; without it the version under review, or the saved draft, is scanned. */
      content: documentContentInput.optional(),
    }),
    response: z.object({ findings: z.array(documentFinding), files: z.array(documentFileScan) }),
    problems: ['not-found'],
  }),
  revision: defineRoute({
    id: 'documents.revision',
    method: 'GET',
    path: '/api/documents/:regionId/:documentId/revisions/:revision',
    summary: '提交过的一版的全部内容',
    permission: 'document.read',
    params: documentParams.extend({ revision: z.coerce.number().int().min(1) }),
    response: z.object({
      revision: z.int(),
      sha256,
      submittedAt: moment,
      submittedBy: z.string(),
      content: documentContent,
    }),
    problems: ['not-found'],
  }),
};
