import { VOICE_KIND_NAMES, type VoiceKind } from '@zhaoshi/domain/disclosure/voice/voice';
import {
  COMPLAINT_ACT_NAMES,
  COMPLAINT_CHANNELS,
  COMPLAINT_FINDINGS,
  COMPLAINT_KIND_NAMES,
  COMPLAINT_STATUSES,
  type ComplaintActName,
  type ComplaintChannel,
  type ComplaintFinding,
  type ComplaintKind,
  type ComplaintStatus,
  ENTERED_CHANNELS,
  OTHER_WAYS,
  type OtherWay,
} from '@zhaoshi/domain/oversight/complaint';
import { MOST_PHOTOS } from '@zhaoshi/domain/oversight/complaint-form';
import {
  ORDER_KINDS,
  type OrderKind,
  REMEDIATION_STATUSES,
  type RemediationStatus,
} from '@zhaoshi/domain/oversight/remediation';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import {
  abilities,
  civilDate,
  id,
  line,
  moment,
  optionalLine,
  organKey,
  organParams,
  version,
} from '../fields.ts';
import { page, pageQuery } from '../page.ts';

const kind = z.enum(COMPLAINT_KIND_NAMES as [ComplaintKind, ...ComplaintKind[]]);
const channel = z.enum(Object.keys(COMPLAINT_CHANNELS) as [ComplaintChannel, ...ComplaintChannel[]]);
const status = z.enum(Object.keys(COMPLAINT_STATUSES) as [ComplaintStatus, ...ComplaintStatus[]]);
const finding = z.enum(Object.keys(COMPLAINT_FINDINGS) as [ComplaintFinding, ...ComplaintFinding[]]);
const way = z.enum(Object.keys(OTHER_WAYS) as [OtherWay, ...OtherWay[]]);
const actName = z.enum(COMPLAINT_ACT_NAMES as [ComplaintActName, ...ComplaintActName[]]);
const orderStatus = z.enum(Object.keys(REMEDIATION_STATUSES) as [RemediationStatus, ...RemediationStatus[]]);

const orderKind = z.enum(Object.keys(ORDER_KINDS) as [OrderKind, ...OrderKind[]]);

const text = (longest: number) =>
  z.string('应为文字').trim().min(1, '不能为空').max(longest, `不超过 ${longest} 字`);

const unit = z.object({ ...organKey, name: z.string() });

/** What lists show: nothing of who complains, nor the words. */
const row = {
  ...organKey,
  complaintId: id,
  organName: z.string(),
  unit,
  kind,
  channel,
  number: z.string(),
  isNamed: z.boolean(),
  /** The day only: what came anonymously is never told by its time. */
  receivedOn: civilDate,
  status,
  finding: finding.nullable(),
  isExtended: z.boolean(),
  /** What is owed to the complainant next; `null` once the result was told. */
  due: z
    .object({
      step: z.enum(['acknowledge', 'result']),
      dueOn: civilDate,
      isProvisional: z.boolean(),
      isOverdue: z.boolean(),
    })
    .nullable(),
};

export const complaintRow = z.object(row).meta({ id: 'ComplaintRow' });

export const shownComplaint = z
  .object({
    ...row,
    text: z.string(),
    /** `null`: anonymous, erased, or not for the person who looks. */
    complainant: z.object({ name: z.string(), contact: z.string() }).nullable(),
    applicationNumber: z.string(),
    /** Places of its photos; none for whoever does not handle it. */
    photos: z.array(z.int()),
    /** The error report or question that it was made of, and why; `null` for every other. */
    madeOf: z
      .object({
        kind: z.enum([...VOICE_KIND_NAMES] as [VoiceKind, ...VoiceKind[]]),
        number: z.string(),
        page: z.string(),
        reason: z.string(),
      })
      .nullable(),
    /** What the rules let be done now. */
    acts: z.array(actName),
    events: z.array(
      z.object({
        sequence: z.int(),
        type: actName,
        facts: z.record(z.string(), z.string().nullable()),
        words: z.string(),
        by: z.string(),
        at: moment,
      }),
    ),
    orders: z.array(
      z.object({
        regionId: id,
        orderId: id,
        kind: orderKind,
        demand: z.string(),
        dueOn: civilDate,
        status: orderStatus,
      }),
    ),
    version,
    abilities,
  })
  .meta({ id: 'Complaint' });

const act = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['accept', 'close']) }),
  z.strictObject({ type: z.literal('redirect'), way, words: text(2000) }),
  z.strictObject({ type: z.enum(['extend', 'tell']), words: text(4000) }),
  z.strictObject({ type: z.literal('find'), finding, words: text(4000) }),
  z.strictObject({
    type: z.literal('order'),
    number: z.string('应为文字').trim().max(100, '不超过 100 字').default(''),
    facts: z.string('应为文字').trim().max(2000, '不超过 2000 字').default(''),
    words: text(2000),
    dueOn: civilDate,
  }),
  z.strictObject({
    type: z.literal('circular'),
    number: line(100),
    facts: text(2000),
    words: text(2000),
    dueOn: civilDate,
  }),
  z.strictObject({ type: z.literal('refer'), organ: line(100), words: text(2000) }),
]);

const params = z.object({ regionId: id, complaintId: id });

export const complaintRoutes = {
  list: defineRoute({
    id: 'complaints.list',
    method: 'GET',
    path: '/api/complaints',
    summary: '投诉举报登记簿，收到日期晚的在前；匿名的只有日期',
    permission: 'complaint.read',
    query: pageQuery.extend({
      state: z.enum(['open', 'over']).optional(),
      number: z.string().trim().max(40, '不超过 40 字').optional(),
    }),
    response: page(complaintRow),
  }),
  read: defineRoute({
    id: 'complaints.read',
    method: 'GET',
    path: '/api/complaints/:regionId/:complaintId',
    summary: '一件投诉：内容、办理经过、整改通知和通报',
    permission: 'complaint.read',
    params,
    response: shownComplaint,
    versioned: true,
    problems: ['not-found'],
  }),
  photo: defineRoute({
    id: 'complaints.photo',
    method: 'GET',
    path: '/api/complaints/:regionId/:complaintId/photos/:place',
    summary: '投诉所附的一张照片；拍摄的时间、地点、设备接收时已经清除',
    permission: 'complaint.handle',
    params: params.extend({ place: z.coerce.number().int().min(1).max(MOST_PHOTOS) }),
    response: 'bytes',
    problems: ['not-found'],
  }),
  units: defineRoute({
    id: 'complaints.units',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/supervised-units',
    summary: '一个机关监督的单位，按名称查找',
    permission: 'remediation.review',
    params: organParams,
    query: z.object({ name: z.string().trim().max(100, '不超过 100 字').default('') }),
    response: z.object({
      /** Of a village the one thing to complain of is 村务公开 (村组法36). */
      units: z.array(unit.extend({ isVillage: z.boolean() })),
      /** There are more than are named here. */
      hasMore: z.boolean(),
    }),
    problems: ['not-found'],
  }),
  enter: defineRoute({
    id: 'complaints.enter',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/complaints',
    summary: '登记电话、当面、来信的投诉；匿名的次日才出现在登记簿里',
    permission: 'complaint.handle',
    audit: 'complaint.enter',
    params: organParams,
    body: z
      .strictObject({
        kind,
        channel: z.enum(ENTERED_CHANNELS),
        unit: z.strictObject(organKey),
        text: text(4000),
        /** `null`: anonymous. */
        complainant: z.strictObject({ name: line(100), contact: line(200) }).nullable(),
        applicationNumber: optionalLine(40).default(null),
        /** Random, of one form: entered twice it is one complaint. */
        nonce: id,
      })
      .refine(({ complainant, applicationNumber }) => complainant !== null || !applicationNumber, {
        path: ['applicationNumber'],
        message: '匿名投诉不登记申请登记号：凭登记号就能查到是谁',
      }),
    response: z.object({ number: z.string(), code: z.string() }),
    problems: ['not-found'],
  }),
  act: defineRoute({
    id: 'complaints.act',
    method: 'POST',
    path: '/api/complaints/:regionId/:complaintId/acts',
    summary: '受理、告知其他途径、延长、登记核查结论、督促整改、通报、移送、告知结果、办结',
    permission: 'complaint.handle',
    audit: 'complaint.act',
    params,
    body: act,
    response: shownComplaint,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
};
