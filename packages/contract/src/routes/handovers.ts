import { READING_PLACES, type ReadingPlace } from '@zhaoshi/domain/disclosure/document-act';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, line, moment, organKey, organParams, version } from '../fields.ts';
import { page, pageQuery } from '../page.ts';

const readingPlace = z.enum(Object.keys(READING_PLACES) as [ReadingPlace, ...ReadingPlace[]]);

export const handover = z
  .object({
    ...organKey,
    handoverId: id,
    organName: z.string(),
    place: readingPlace,
    receiver: z.string(),
    handedOn: civilDate,
    madeBy: z.string(),
    madeAt: moment,
    /** How many documents. */
    count: z.int(),
    /** Of these, withdrawn since: the receiver has to be told to take them out. */
    withdrawn: z.int(),
    receipt: z.string(),
    receivedOn: civilDate.nullable(),
    version,
    abilities,
  })
  .meta({ id: 'Handover' });

/** A public document that was not given to a place yet. */
export const pendingHandover = z
  .object({
    ...organKey,
    documentId: id,
    edition: z.int(),
    title: z.string(),
    documentNumber: z.string(),
    indexNumber: z.string(),
    createdOn: civilDate,
    publishedAt: moment,
    /** `null`: no number of days is set, only 及时. */
    dueOn: civilDate.nullable(),
    isProvisional: z.boolean(),
    isLate: z.boolean(),
    /** Why it cannot be handed over now; `null` when it can. */
    hindrance: z.string().nullable(),
  })
  .meta({ id: 'PendingHandover' });

const handoverParams = z.object({ regionId: id, handoverId: id });

export const handoverRoutes = {
  list: defineRoute({
    id: 'handover.list',
    method: 'GET',
    path: '/api/handovers',
    summary: '移交登记，最近移交的在前',
    permission: 'document.read',
    query: pageQuery.extend({ organId: id.optional() }),
    response: page(handover),
  }),
  pending: defineRoute({
    id: 'handover.pending',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/handovers/pending',
    summary: '已经公开、还没有移交给某一查阅场所的信息，先形成的在前，标明是否超过期限',
    permission: 'document.read',
    params: organParams,
    query: pageQuery.extend({
      place: readingPlace,
      publishedFrom: civilDate.optional(),
      publishedTo: civilDate.optional(),
    }),
    response: page(pendingHandover),
    problems: ['not-found'],
  }),
  make: defineRoute({
    id: 'handover.make',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/handovers',
    summary: '移交一批公开信息：每份文件登记移交，生成移交包',
    permission: 'channel.manage',
    audit: 'handover.make',
    params: organParams,
    body: z.strictObject({
      place: readingPlace,
      receiver: line(100),
      on: civilDate,
      documentIds: z.array(id).min(1, '请选择要移交的信息').max(500, '一次不超过 500 件'),
    }),
    response: z.object({ handoverId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  package: defineRoute({
    id: 'handover.package',
    method: 'GET',
    path: '/api/handovers/:regionId/:handoverId/package',
    summary: '移交包（zip）：正文、附件、元数据、目录和校验清单；已撤回的不在其中',
    permission: 'document.read',
    params: handoverParams,
    response: 'bytes',
    problems: ['not-found'],
  }),
  receive: defineRoute({
    id: 'handover.receive',
    method: 'POST',
    path: '/api/handovers/:regionId/:handoverId/receipt',
    summary: '登记接收单位的回执',
    permission: 'channel.manage',
    audit: 'handover.receive',
    params: handoverParams,
    body: z.strictObject({ receipt: line(200), on: civilDate }),
    response: handover,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
};
