import { VOICE_KIND_NAMES, type VoiceKind } from '@zhaoshi/domain/disclosure/voice/voice';
import {
  ADOPTIONS,
  type Adoption,
  VOICE_STATUSES,
  type VoiceStatus,
} from '@zhaoshi/domain/disclosure/voice/voice-answer';
import { COMPLAINT_KIND_NAMES, type ComplaintKind } from '@zhaoshi/domain/oversight/complaint';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, moment, organKey, organParams, version } from '../fields.ts';
import { page, pageQuery } from '../page.ts';

const kind = z.enum([...VOICE_KIND_NAMES] as [VoiceKind, ...VoiceKind[]]);
const adoption = z.enum(Object.keys(ADOPTIONS) as [Adoption, ...Adoption[]]);
const status = z.enum(Object.keys(VOICE_STATUSES) as [VoiceStatus, ...VoiceStatus[]]);

const complaintKind = z.enum([...COMPLAINT_KIND_NAMES] as [ComplaintKind, ...ComplaintKind[]]);

const voiceParams = z.object({ regionId: id, voiceId: id });
const documentParams = z.object({ regionId: id, documentId: id });

/** What lists show: nothing of who said it, nor its words. */
const facts = {
  ...organKey,
  voiceId: id,
  kind,
  number: z.string(),
  organName: z.string(),
  /** `null` for a page that is no document. */
  documentId: id.nullable(),
  title: z.string().nullable(),
  /** The public page. */
  page: z.string(),
  receivedAt: moment,
  dueOn: civilDate,
  isOverdue: z.boolean(),
  status,
  shows: z.boolean().nullable(),
  adoption: adoption.nullable(),
  fixedEdition: z.int().nullable(),
  answeredAt: moment.nullable(),
};

const text = (longest: number) =>
  z.string('应为文字').trim().max(longest, `不超过 ${longest} 字`).default('');

/** Which of it a kind needs is the domain's concern (`voice-answer`). */
export const voiceAnswer = z.strictObject({
  shows: z.boolean().nullable(),
  shownText: text(2000),
  refusal: text(1000),
  reply: text(4000),
  fixedEdition: z.int().min(1).nullable().default(null),
  adoption: adoption.nullable().default(null),
  adoptionReason: text(1000),
});

export const publicVoice = z
  .object({
    ...facts,
    /** Edition that was public when it was said. */
    edition: z.int().nullable(),
    /** How many editions have been public. */
    editions: z.int(),
    content: z.object({ text: z.string(), name: z.string(), contact: z.string() }),
    shownText: z.string(),
    /** `null` as long as it waits. */
    answer: z.object({ by: z.string(), reply: z.string(), refusal: z.string() }).nullable(),
    adoptionReason: z.string(),
    /** What was made of it, where an officer found it to be a complaint. */
    complaint: z.object({ number: z.string(), handlerName: z.string() }).nullable(),
    /** As what it may be made a complaint; empty where it may not. */
    complaintKinds: z.array(complaintKind),
    version,
    abilities,
  })
  .meta({ id: 'PublicVoice' });

export const publicVoiceRoutes = {
  list: defineRoute({
    id: 'publicVoice.list',
    method: 'GET',
    path: '/api/public-voices',
    summary: '公众的报错、提问和意见；待办理的先到的在前，其他的新的在前',
    permission: 'voice.read',
    query: pageQuery.extend({
      kind: kind.optional(),
      stage: z.enum(['open', 'answered', 'toAdopt']).optional(),
      documentId: id.optional(),
    }),
    response: page(z.object(facts).meta({ id: 'PublicVoiceRow' })),
  }),
  read: defineRoute({
    id: 'publicVoice.read',
    method: 'GET',
    path: '/api/public-voices/:regionId/:voiceId',
    summary: '一件报错、提问或者意见',
    permission: 'voice.read',
    params: voiceParams,
    response: publicVoice,
    versioned: true,
    problems: ['not-found'],
  }),
  answer: defineRoute({
    id: 'publicVoice.answer',
    method: 'PUT',
    path: '/api/public-voices/:regionId/:voiceId/answer',
    summary: '审核、答复：是否公开展示、答复、更正的版本、采纳情况和理由',
    permission: 'voice.handle',
    audit: 'voice.answer',
    params: voiceParams,
    body: voiceAnswer,
    response: publicVoice,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  toComplaint: defineRoute({
    id: 'publicVoice.toComplaint',
    method: 'POST',
    path: '/api/public-voices/:regionId/:voiceId/complaint',
    summary: '把实际上是投诉的报错、提问转为投诉，由监督机关办理；同时答复对方',
    permission: 'voice.handle',
    audit: 'voice.toComplaint',
    params: voiceParams,
    body: z.strictObject({
      kind: complaintKind,
      reason: z.string('应为文字').trim().min(1, '请填写理由').max(500, '不超过 500 字'),
    }),
    response: publicVoice,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  period: defineRoute({
    id: 'publicVoice.period',
    method: 'GET',
    path: '/api/documents/:regionId/:documentId/comment-period',
    summary: '一份公开的征求意见稿的征集期限和收到的意见数',
    permission: 'voice.read',
    params: documentParams,
    response: z.object({
      title: z.string(),
      until: civilDate,
      /** Last day of the shortest period that needs no reason. */
      leastUntil: civilDate,
      /** The document names an earlier day, which does not hold without a reason. */
      lacksReason: z.boolean(),
      reason: z.string(),
      isOpen: z.boolean(),
      comments: z.int(),
      undecided: z.int(),
      abilities,
    }),
    problems: ['not-found'],
  }),
  statePeriod: defineRoute({
    id: 'publicVoice.statePeriod',
    method: 'PUT',
    path: '/api/documents/:regionId/:documentId/comment-period',
    summary: '说明征求意见期限少于规定期限的理由；理由向社会公开',
    permission: 'voice.handle',
    audit: 'voice.statePeriod',
    params: documentParams,
    body: z.strictObject({ reason: z.string().trim().min(1, '不能为空').max(500, '不超过 500 字') }),
    response: z.object({ until: civilDate }),
    problems: ['not-found', 'state-refuses'],
  }),
  export: defineRoute({
    id: 'publicVoice.export',
    method: 'GET',
    path: '/api/documents/:regionId/:documentId/comments/export',
    summary: '导出一份征求意见稿收到的意见和采纳情况（xlsx）；不含姓名和联系方式',
    permission: 'voice.handle',
    params: documentParams,
    response: 'bytes',
    problems: ['not-found'],
  }),
  subscribers: defineRoute({
    id: 'publicVoice.subscribers',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/subscribers',
    summary: '订阅本机关栏目的邮箱个数；只有个数',
    permission: 'voice.read',
    params: organParams,
    response: z.object({ column: z.int(), searches: z.int() }),
    problems: ['not-found'],
  }),
};
