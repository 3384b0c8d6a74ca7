import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { civilDate, id, line, moment, organParams } from '../fields.ts';
import { applicationParams } from './applications.ts';
import { documentStatus } from './document-fields.ts';
import { documentParams } from './documents.ts';

const releasedFile = z.object({ fileId: id, mediaType: z.string(), size: z.int() });

/** A document that was made out of a case. */
const promoted = z.object({ documentId: id, title: z.string(), status: documentStatus });

/** A case whose information is to be published, decided under 条例44; nothing of its applicant. */
const promotable = z
  .object({
    applicationId: id,
    registrationNumber: z.string(),
    decidedOn: civilDate,
    /** What was given to the applicant after review; an officer chooses what of it is published. */
    files: z.array(releasedFile),
    /** Documents that were made out of it. */
    documents: z.array(promoted),
  })
  .meta({ id: 'PromotableCase' });

export const promotionRoutes = {
  list: defineRoute({
    id: 'promotion.list',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/promotions',
    summary: '决定转为主动公开的申请（条例第四十四条），没有建立文件的在前',
    permission: 'document.write',
    params: organParams,
    response: z.object({ items: z.array(promotable) }),
    problems: ['not-found'],
  }),
  create: defineRoute({
    id: 'promotion.create',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/promotions',
    summary: '转为主动公开：由一件或者几件内容相同的申请建立文件草稿，按通常程序审查',
    permission: 'document.write',
    audit: 'document.promote',
    params: organParams,
    body: z.strictObject({
      title: line(300),
      applicationIds: z.array(id).min(1, '请选择申请').max(50, '一次不超过 50 件'),
      /** Released files of these cases, under the names that the public will see. */
      files: z
        .array(z.strictObject({ applicationId: id, fileId: id, name: line(100) }))
        .max(50, '一次不超过 50 个文件'),
    }),
    response: z.object({ regionId: id, documentId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses', 'too-large', 'unsupported-type', 'unavailable'],
  }),
  ofDocument: defineRoute({
    id: 'promotion.ofDocument',
    method: 'GET',
    path: '/api/documents/:regionId/:documentId/promoted-cases',
    summary: '这份文件由哪些申请转来',
    permission: 'document.read',
    params: documentParams,
    response: z.object({
      items: z.array(z.object({ applicationId: id, registrationNumber: z.string(), linkedAt: moment })),
    }),
    problems: ['not-found'],
  }),
  ofCase: defineRoute({
    id: 'promotion.ofCase',
    method: 'GET',
    path: '/api/applications/:regionId/:applicationId/promoted-documents',
    summary: '这件申请转为主动公开的文件',
    permission: 'document.read',
    params: applicationParams,
    response: z.object({ items: z.array(promoted) }),
    problems: ['not-found'],
  }),
};
