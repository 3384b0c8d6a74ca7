import { DOCUMENT_KINDS, type DocumentKind } from '@zhaoshi/domain/disclosure/document-kind';
import { GUIDE_TEXTS, type GuideTextId } from '@zhaoshi/domain/disclosure/guide/guide-parts';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, moment, organParams, version } from '../fields.ts';
import { documentStatus } from './document-fields.ts';

const guideTextId = z.enum(Object.keys(GUIDE_TEXTS) as [GuideTextId, ...GuideTextId[]]);
const texts = z.partialRecord(guideTextId, z.string('应为文字').trim().max(4000, '不超过 4000 字'));

export const guideDetail = z
  .object({
    organName: z.string(),
    /** What the organ itself writes. */
    texts,
    /** The whole guide as it would be made now, in order. */
    parts: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        law: z.string(),
        lines: z.array(z.string()),
        /** Made from the organ's data; not written here. */
        isGenerated: z.boolean(),
        /** What 条例12 asks for and the data does not have, with where it is entered. */
        missing: z.array(z.object({ words: z.string(), place: z.enum(['office', 'contact', 'text']) })),
      }),
    ),
    warnings: z.array(
      z.object({ part: z.string(), found: z.string(), words: z.string(), source: z.string() }),
    ),
    /** The document made of it last. */
    document: z
      .object({
        documentId: id,
        status: documentStatus,
        composedAt: moment,
        isPublic: z.boolean(),
        /** The organ's data have changed since: it has to be updated (条例第十二条、第五十三条). */
        isOutdated: z.boolean(),
      })
      .nullable(),
    version,
    abilities,
  })
  .meta({ id: 'Guide' });

const documentKinds = z.array(z.enum(Object.keys(DOCUMENT_KINDS) as [DocumentKind, ...DocumentKind[]]));

export const guideRoutes = {
  read: defineRoute({
    id: 'guide.read',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/guide',
    summary: '政府信息公开指南：本机关填写的内容、由机关数据生成的内容、缺什么、过时没有',
    permission: 'document.read',
    params: organParams,
    response: guideDetail,
    versioned: true,
    problems: ['not-found'],
  }),
  save: defineRoute({
    id: 'guide.save',
    method: 'PUT',
    path: '/api/organs/:regionId/:organId/guide',
    summary: '保存指南中本机关填写的内容；缺什么都可以先保存',
    permission: 'guide.edit',
    audit: 'guide.save',
    params: organParams,
    body: z.strictObject({ texts }),
    response: guideDetail,
    ifMatch: true,
    versioned: true,
    problems: ['not-found'],
  }),
  compose: defineRoute({
    id: 'guide.compose',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/guide/document',
    summary: '按现在的内容生成指南文件的草稿，走通常的审查和发布',
    permission: 'guide.edit',
    audit: 'guide.compose',
    params: organParams,
    response: z.object({ regionId: id, documentId: id, isNew: z.boolean() }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  directory: defineRoute({
    id: 'guide.directory',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/directory',
    summary: '政府信息公开目录：已公开文件的索引、名称、内容概述、生成日期（xlsx）',
    permission: 'document.read',
    params: organParams,
    response: 'bytes',
    problems: ['not-found'],
  }),
  compilation: defineRoute({
    id: 'guide.compilation',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/compilation',
    summary: '制度文件汇编：按条件选出的已公开文件，合成一份 Word 文件，前有目录',
    permission: 'document.read',
    changesNothing: true,
    params: organParams,
    body: z.strictObject({
      kinds: documentKinds.min(1, '至少选一种'),
      publishedFrom: civilDate.optional(),
      publishedTo: civilDate.optional(),
      /** Only those that are in force on the day of the download. */
      onlyInForce: z.boolean().default(true),
    }),
    response: 'bytes',
    problems: ['not-found', 'state-refuses'],
  }),
};
