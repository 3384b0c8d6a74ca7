import {
  AMENDMENT_DECISION_IDS,
  type AmendmentDecision,
} from '@zhaoshi/domain/application/amendment-decision';
import { AMENDMENT_DELIVERY_WAYS } from '@zhaoshi/domain/application/amendment-delivery';
import {
  AMENDMENT_CHANNELS,
  AMENDMENT_STATUSES,
  type AmendmentChannel,
  type AmendmentStatus,
  DESK_CHANNELS,
  LONGEST_FAULT,
} from '@zhaoshi/domain/application/record-amendment';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, line, moment, organKey, organParams, version } from '../fields.ts';
import { page, pageQuery } from '../page.ts';
import { letterBlocks } from './application-letters.ts';

const STATUSES = Object.keys(AMENDMENT_STATUSES) as [AmendmentStatus, ...AmendmentStatus[]];
const CHANNELS = Object.keys(AMENDMENT_CHANNELS) as [AmendmentChannel, ...AmendmentChannel[]];
const DECISIONS = [...AMENDMENT_DECISION_IDS] as [AmendmentDecision, ...AmendmentDecision[]];

const amendmentParams = z.object({ regionId: id, amendmentId: id });

/** What lists show of a request: nothing that names a person. */
const dates = {
  ...organKey,
  amendmentId: id,
  organName: z.string(),
  number: z.string(),
  status: z.enum(STATUSES),
  receivedOn: civilDate,
  /** Of one that is decided, as it was in the end. */
  dueOn: civilDate,
  isProvisional: z.boolean(),
  isOverdue: z.boolean(),
  decidedOn: civilDate.nullable(),
};

/** What stays empty is sent empty; which texts a decision needs is the domain's concern. */
const text = (longest: number) => z.string('应为文字').trim().max(longest, `不超过 ${longest} 字`);

const texts = z.strictObject({
  reason: text(4000).optional(),
  organInCharge: text(200).optional(),
  organContact: text(200).optional(),
  /** The 文号, where the system does not count. */
  documentNumber: text(100).optional(),
});

export const amendmentDecision = z.strictObject({ decision: z.enum(DECISIONS), on: civilDate, texts });

const delivery = z.strictObject({
  way: z.enum(AMENDMENT_DELIVERY_WAYS),
  /** Signed for, or given to the post. */
  on: civilDate,
  evidence: text(500),
});

export const recordAmendment = z
  .object({
    ...dates,
    channel: z.enum(CHANNELS),
    request: z.object({
      name: z.string(),
      identityNumber: z.string(),
      phone: z.string(),
      record: z.string(),
      fault: z.string(),
    }),
    files: z.array(z.object({ fileId: id, name: z.string(), mediaType: z.string(), size: z.int() })),
    /** `null` while it is open. */
    decision: z
      .object({
        decision: z.enum(DECISIONS),
        on: civilDate,
        by: z.string(),
        texts: texts.omit({ documentNumber: true }),
      })
      .nullable(),
    letter: z
      .object({
        kind: z.string(),
        title: z.string(),
        documentNumber: z.string().nullable(),
        issuedOn: civilDate,
        /** When the applicant first opened it on the portal. */
        seenAt: moment.nullable(),
        /** Beside the portal, as they were noted. */
        deliveries: z.array(delivery),
        blocks: letterBlocks,
      })
      .nullable(),
    /** Whether the letter's 文号 is typed by hand. */
    isNumberTyped: z.boolean(),
    version,
    abilities,
  })
  .meta({ id: 'RecordAmendment' });

const PATH = '/api/record-amendments/:regionId/:amendmentId';

export const recordAmendmentRoutes = {
  list: defineRoute({
    id: 'recordAmendment.list',
    method: 'GET',
    path: '/api/record-amendments',
    summary: '更正本人信息的申请（条例第四十一条）；没有办结的按收到先后排列，其他的新的在前',
    permission: 'recordAmendment.read',
    query: pageQuery.extend({
      organId: id.optional(),
      /** open: not decided; overdue: of these past the last day; decided. */
      stage: z.enum(['open', 'overdue', 'decided']).optional(),
      status: z.enum(STATUSES).optional(),
      receivedFrom: civilDate.optional(),
      receivedTo: civilDate.optional(),
      /** The whole number of a request. */
      number: z.string().trim().max(40).optional(),
    }),
    response: page(z.object(dates).meta({ id: 'RecordAmendmentRow' })),
  }),
  register: defineRoute({
    id: 'recordAmendment.register',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/record-amendments',
    summary: '登记当面提交或者邮寄的更正申请（条例第四十一条）',
    permission: 'application.register',
    audit: 'recordAmendment.register',
    params: organParams,
    body: z.strictObject({
      channel: z.enum(DESK_CHANNELS),
      receivedOn: civilDate,
      request: z.strictObject({
        name: line(100),
        identityNumber: line(40),
        phone: line(40),
        record: line(200),
        fault: text(LONGEST_FAULT).min(1, '请写明哪里不准确、正确的内容是什么'),
      }),
      fileIds: z.array(id).max(20),
    }),
    response: z.object({
      regionId: id,
      amendmentId: id,
      number: z.string(),
      /** For the applicant, this once. */
      queryCode: z.string(),
    }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  read: defineRoute({
    id: 'recordAmendment.read',
    method: 'GET',
    path: PATH,
    summary: '一件更正申请：申请人、要求更正的记录、证据、期限和处理结果',
    permission: 'recordAmendment.read',
    params: amendmentParams,
    response: recordAmendment,
    versioned: true,
    problems: ['not-found'],
  }),
  file: defineRoute({
    id: 'recordAmendment.file',
    method: 'GET',
    path: `${PATH}/files/:fileId`,
    summary: '申请人提交的证据材料',
    permission: 'recordAmendment.read',
    params: amendmentParams.extend({ fileId: id }),
    response: 'bytes',
    problems: ['not-found'],
  }),
  preview: defineRoute({
    id: 'recordAmendment.preview',
    method: 'POST',
    path: `${PATH}/decision/preview`,
    summary: '预览：这样决定会发出的文书，和还缺的内容；不做任何改动',
    permission: 'recordAmendment.decide',
    changesNothing: true,
    params: amendmentParams,
    body: amendmentDecision,
    response: z.object({
      kind: z.string(),
      title: z.string(),
      to: z.string(),
      /** `null` while something is missing. */
      letter: letterBlocks.nullable(),
      missing: z.array(
        z.object({ key: z.string(), label: z.string(), words: z.string(), pointer: z.string().nullable() }),
      ),
    }),
    problems: ['not-found'],
  }),
  decide: defineRoute({
    id: 'recordAmendment.decide',
    method: 'POST',
    path: `${PATH}/decision`,
    summary: '决定一件更正申请：更正、说明理由、转送或者告知向有权机关提出，同时生成告知申请人的文书',
    permission: 'recordAmendment.decide',
    audit: 'recordAmendment.decide',
    params: amendmentParams,
    body: amendmentDecision,
    response: recordAmendment,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  deliver: defineRoute({
    id: 'recordAmendment.deliver',
    method: 'POST',
    path: `${PATH}/deliveries`,
    summary:
      '登记更正文书的送达：直接送达、邮寄或者委托其他行政机关，写明日期和凭证；退回后再次送达的再登记一次',
    permission: 'recordAmendment.decide',
    audit: 'recordAmendment.deliver',
    params: amendmentParams,
    body: delivery,
    response: recordAmendment,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  caseFile: defineRoute({
    id: 'recordAmendment.caseFile',
    method: 'POST',
    path: `${PATH}/case-file`,
    summary: '导出更正申请的案卷：目录、申请、证据、文书、送达和校验清单（zip）；决定以后可用，记入审计',
    permission: 'application.export',
    audit: 'recordAmendment.exportFile',
    params: amendmentParams,
    response: 'bytes',
    problems: ['not-found', 'state-refuses', 'unavailable'],
  }),
  letterFile: defineRoute({
    id: 'recordAmendment.letterFile',
    method: 'GET',
    path: `${PATH}/letter`,
    summary: '告知申请人的文书（docx、pdf）',
    permission: 'recordAmendment.read',
    params: amendmentParams,
    query: z.object({ format: z.enum(['docx', 'pdf']) }),
    response: 'bytes',
    problems: ['not-found'],
  }),
};
